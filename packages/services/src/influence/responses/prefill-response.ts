import { findCampaign, findProposableMail, listLettersByReceipt, listResponsesOfLetters } from "@cml/db/influence";
import {
  dayIn,
  findPersonal,
  letterLimits,
  type Letter,
  type PrefilledResponse,
  type PrefillResponseInput,
  readableReply,
  withoutOfficeLinks,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { receiptHashOf } from "../campaign-emails/receipt-tokens";
import { writerOfReceipt } from "../receipts/receipt-writer";

/**
 * What the form for a reply begins with when it is opened from a receipt or from a mail we passed on: the writer, her letters,
 * and the words of the mail without the letter it quotes. Nothing is written; what comes of it she decides.
 */
export const prefillResponse = async (
  deps: Deps,
  actor: Actor,
  { receiptToken, mailId }: PrefillResponseInput,
): Promise<PrefilledResponse> => {
  await requireRoom(deps, `receipt:ip:${actor.ipHash}`, letterLimits.receipt);
  const { writer } = await writerOfReceipt(deps, receiptToken);
  const all = await listLettersByReceipt(deps.db, receiptHashOf(deps, receiptToken));
  const letters = all.filter(({ status, erasedAt }) => status !== "USER_INFO_CAPTURED" && erasedAt === null);
  const [first] = letters;
  const campaign = first === undefined ? null : await findCampaign(deps.db, first.campaignId);
  if (first === undefined || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  if (!campaign.showResponseWall) throw new AppError("CONFLICT", "response.wallOff");
  const ids = letters.map(({ id }) => id);
  const responses = await listResponsesOfLetters(deps.db, ids);
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    name: first.userName ?? "",
    email: "email" in writer ? writer.email : null,
    letters: letters.map((letter) => ({
      id: letter.id,
      recipientName: letter.recipientName,
      recipientTitle: letter.recipientTitle,
      level: letter.recipientLevel,
      partyName: letter.recipientParty,
      sentAt: letter.sentAt,
      canAskOffice: letter.recipientEmail !== "",
      responseId: responses.find(({ letterId }) => letterId === letter.id)?.id ?? null,
    })),
    mail: mailId === null ? null : await mailOf(deps, letters, mailId),
  };
};

const mailOf = async (deps: Deps, letters: readonly Letter[], mailId: string): Promise<PrefilledResponse["mail"]> => {
  const found = await findProposableMail(
    deps.db,
    mailId,
    letters.map(({ id }) => id),
  );
  if (found === null) return null;
  const { settings } = await readSettings(deps);
  const text = withoutOfficeLinks(readableReply(found.text));
  const { id, letterId, taken } = found;
  return { id, letterId, text, found: findPersonal(text), repliedOn: dayIn(found.receivedAt, settings.timeZone), taken };
};
