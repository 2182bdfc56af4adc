import { deleteUpvotes, findPendingUpvote, listUpvotedBy, type PendingUpvote } from "@cml/db/influence";
import {
  type ConfirmedUpvote,
  type ConfirmUpvoteInput,
  type MailedTokenInput,
  type PendingUpvoteView,
  responseLimits,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { countUpvote, rememberDevice } from "./count-upvote";
import { shownResponse } from "./upvote";
import { deviceHashOf, upvoteTokenHashOf } from "./voter";

/** What the button behind a mailed link would do; changes nothing. */
export const getPendingUpvote = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<PendingUpvoteView> => {
  const pending = await pendingFor(deps, actor, token);
  const { response, campaign } = await shownResponse(deps, pending.responseId);
  const isCounted = (await listUpvotedBy(deps.db, [response.id], voterOf(pending))).length > 0;
  return {
    state: isCounted ? "COUNTED" : pending.expiresAt <= deps.clock.now() ? "EXPIRED" : "WAITING",
    responseId: response.id,
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    representativeName: response.representativeName,
    text: response.shownText,
    expiresAt: pending.expiresAt,
  };
};

/**
 * The mailed link's button: the upvote counts, and for 90 days neither the browser that asked nor the one that pressed is asked
 * for a mail again. Pressed twice it is the same.
 */
export const confirmUpvote = async (deps: Deps, actor: Actor, { token, device = null }: ConfirmUpvoteInput): Promise<ConfirmedUpvote> => {
  const pending = await pendingFor(deps, actor, token);
  const now = deps.clock.now();
  if (pending.expiresAt <= now) throw new AppError("CONFLICT", "letter.linkExpired");
  const { responseId, email } = pending;
  const { campaign } = await shownResponse(deps, responseId);
  const pressed = deviceHashOf(deps, device);
  await rememberDevice(deps, { deviceHash: pressed, email });
  if (pending.deviceHash !== pressed) await rememberDevice(deps, { deviceHash: pending.deviceHash, email });
  const vote = {
    id: deps.newId(),
    userId: null,
    userEmail: email,
    deviceHash: pending.deviceHash ?? pressed,
    ipHash: actor.ipHash || null,
    createdAt: now,
  };
  return { campaignSlug: campaign.slug, responseId, upvotes: await countUpvote(deps, { responseId, vote }) };
};

/** Takes an upvote back by its mailed link, for browsers that keep nothing. */
export const withdrawUpvote = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<ConfirmedUpvote> => {
  const pending = await pendingFor(deps, actor, token);
  const { campaign } = await shownResponse(deps, pending.responseId);
  const upvotes = await deleteUpvotes(deps.db, pending.responseId, { ...voterOf(pending), now: deps.clock.now() });
  return { campaignSlug: campaign.slug, responseId: pending.responseId, upvotes };
};

const voterOf = ({ email }: PendingUpvote) => ({ userId: null, userEmail: email, deviceHash: null });

const pendingFor = async (deps: Deps, actor: Actor, token: string): Promise<PendingUpvote> => {
  await requireRoom(deps, `response-confirm:ip:${actor.ipHash}`, responseLimits.read);
  const pending = await findPendingUpvote(deps.db, upvoteTokenHashOf(deps, token));
  if (pending === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  return pending;
};
