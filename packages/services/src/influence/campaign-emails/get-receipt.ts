import { findCampaign, listLetterEvents, listLettersByReceipt } from "@cml/db/influence";
import { type MailedTokenInput, type Receipt, timelineOf } from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { receiptHashOf } from "./write-letters";

/** A supporter's letters behind their private link, each with what became of it so far. */
export const getReceipt = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<Receipt> => {
  await requireRoom(deps, `receipt:ip:${actor.ipHash}`, { limit: 120, windowSeconds: 300 });
  const letters = await listLettersByReceipt(deps.db, receiptHashOf(deps, token));
  const [first] = letters;
  const campaign = first === undefined ? null : await findCampaign(deps.db, first.campaignId);
  if (first === undefined || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const events = await listLetterEvents(
    deps.db,
    letters.map(({ id }) => id),
  );
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    name: first.userName ?? "",
    letters: letters.map((letter) => ({
      id: letter.id,
      recipientName: letter.recipientName,
      recipientTitle: letter.recipientTitle,
      subject: letter.subject,
      message: letter.message,
      status: letter.status,
      timeline: timelineOf(
        letter,
        events.filter(({ letterId }) => letterId === letter.id),
      ),
    })),
  };
};
