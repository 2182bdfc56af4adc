import {
  findCampaign,
  listLetterEvents,
  listLetterReports,
  listLettersByReceipt,
  listOpenReplies,
  listResponsesOfLetters,
} from "@cml/db/influence";
import {
  type Campaign,
  type Letter,
  letterLimits,
  type MailedTokenInput,
  type Receipt,
  shareFormPath,
  timelineOf,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { receiptHashOf } from "./receipt-tokens";

/** A supporter's letters behind their private link, each with what became of it so far. */
export const getReceipt = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<Receipt> => {
  await requireRoom(deps, `receipt:ip:${actor.ipHash}`, letterLimits.receipt);
  const letters = (await listLettersByReceipt(deps.db, receiptHashOf(deps, token))).filter(({ status }) => status !== "USER_INFO_CAPTURED");
  const [first] = letters;
  const campaign = first === undefined ? null : await findCampaign(deps.db, first.campaignId);
  if (first === undefined || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const ids = letters.map(({ id }) => id);
  const [events, reports] = await Promise.all([listLetterEvents(deps.db, ids), listLetterReports(deps.db, ids)]);
  const shares = await shareUrls(deps, { campaign, letters, token });
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    name: first.userName ?? "",
    erasedAt: letters.every(({ erasedAt }) => erasedAt !== null) ? first.erasedAt : null,
    letters: letters.map((letter) => ({
      id: letter.id,
      recipientName: letter.recipientName,
      recipientTitle: letter.recipientTitle,
      subject: letter.subject,
      message: letter.message,
      method: letter.emailMethod,
      status: letter.status,
      timeline: timelineOf(
        letter,
        events.filter(({ letterId }) => letterId === letter.id),
        { report: reports.get(letter.id) ?? null },
      ),
      ...openTo(letter),
      pdfUrl: letter.emailMethod === "PRINT" && letter.erasedAt === null ? `/letters/print/${token}?letter=${letter.id}` : null,
      shareUrl: shares.get(letter.id) ?? null,
    })),
  };
};

type Sharing = { campaign: Campaign; letters: readonly Letter[]; token: string };

/** Forms for the answers to letters that left, where the campaign has a wall; a mail that brought one goes along. */
const shareUrls = async (deps: Deps, { campaign, letters, token }: Sharing): Promise<Map<string, string>> => {
  const left = letters.filter(({ status, erasedAt }) => status === "SENT" && erasedAt === null).map(({ id }) => id);
  if (!campaign.showResponseWall || left.length === 0) return new Map();
  const [replies, responses] = await Promise.all([listOpenReplies(deps.db, left), listResponsesOfLetters(deps.db, left)]);
  const open = left.filter((id) => !responses.some(({ letterId }) => letterId === id));
  const mailOf = (id: string) => replies.find(({ letterId }) => letterId === id)?.id ?? null;
  return new Map(open.map((id) => [id, shareFormPath(campaign.slug, { receiptToken: token, letterId: id, mailId: mailOf(id) })]));
};

/** "Did you send it?" stands open for letters their writer brings on their way; a yes may be taken back. */
const openTo = ({ emailMethod, erasedAt, status }: Letter): { canAnswer: boolean; saidSent: boolean } => {
  const theirs = emailMethod !== "SMTP" && erasedAt === null;
  return { canAnswer: theirs && status === "CLICKED", saidSent: theirs && status === "SENT" };
};
