import { findCampaign, listLetterEvents, listLetterReports, listLettersByReceipt } from "@cml/db/influence";
import { type Letter, letterLimits, type MailedTokenInput, type Receipt, timelineOf } from "@cml/domain/influence";
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
        reports.get(letter.id),
      ),
      ...openTo(letter),
      pdfUrl: letter.emailMethod === "PRINT" && letter.erasedAt === null ? `/letters/print/${token}?letter=${letter.id}` : null,
    })),
  };
};

/** "Did you send it?" stands open for letters their writer brings on their way; a yes may be taken back. */
const openTo = ({ emailMethod, erasedAt, status }: Letter): { canAnswer: boolean; saidSent: boolean } => {
  const theirs = emailMethod !== "SMTP" && erasedAt === null;
  return { canAnswer: theirs && status === "CLICKED", saidSent: theirs && status === "SENT" };
};
