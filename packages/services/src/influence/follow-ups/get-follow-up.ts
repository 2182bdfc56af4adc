import { findCampaign, findFollowUp, type FollowUp } from "@cml/db/influence";
import { type FollowUpPage, hasLeft, isFollowUpLinkDead, letterLimits, type MailedTokenInput } from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { receiptTokenOf } from "../campaign-emails/receipt-tokens";
import { followUpHashOf } from "./follow-up-tokens";
import { followedLetters } from "./followed-letters";
import { localDays } from "./local-day";

/** The question behind a mailed link, with what was answered so far. Reading it changes nothing, because scanners follow links. */
export const getFollowUp = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<FollowUpPage> => {
  await requireRoom(deps, `receipt:ip:${actor.ipHash}`, letterLimits.receipt);
  const followUp = await followUpOf(deps, token);
  const campaign = await findCampaign(deps.db, followUp.campaignId);
  if (campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const [{ letters }, dayOf] = await Promise.all([followedLetters(deps, deps.db, followUp.submissionId), localDays(deps)]);
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    stopped: followUp.stoppedAt !== null,
    wallPath: campaign.showResponseWall ? `/c/${campaign.slug}/replies/new?letter=${receiptTokenOf(deps, followUp.submissionId)}` : null,
    today: dayOf(deps.clock.now()),
    letters: letters.filter(hasLeft).map((letter) => ({
      id: letter.id,
      recipientName: letter.recipientName,
      recipientTitle: letter.recipientTitle,
      handedOverOn: dayOf(letter.leftAt ?? deps.clock.now()),
      report: letter.report,
      answeredOn: letter.answeredAt === null ? null : dayOf(letter.answeredAt),
    })),
  };
};

/** Whose question a link opens: NOT_FOUND for a forged token, CONFLICT for one whose time is over. */
export const followUpOf = async (deps: Deps, token: string): Promise<FollowUp> => {
  const followUp = await findFollowUp(deps.db, followUpHashOf(deps, token));
  if (followUp === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  if (isFollowUpLinkDead(followUp, deps.clock.now())) throw new AppError("CONFLICT", "followUp.linkExpired");
  return followUp;
};
