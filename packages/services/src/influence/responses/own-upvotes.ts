import { deleteUpvotes, findEmailOfDevice, listUpvotedBy, type Voter } from "@cml/db/influence";
import { type MyUpvotesInput, type TakeBackUpvoteInput, upvoteLimits } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { shownResponse } from "./upvote";
import { accountOf, deviceHashOf } from "./voter";

/** Which of these responses whoever is signed in, or this browser's person, gave an upvote. */
export const listMyUpvotes = async (deps: Deps, actor: Actor, { responseIds, device }: MyUpvotesInput): Promise<string[]> => {
  await requireRoom(deps, `upvotes:ip:${actor.ipHash}`, upvoteLimits.ip);
  const voter = await voterOf(deps, actor, device);
  return responseIds.length === 0 ? [] : listUpvotedBy(deps.db, responseIds, voter);
};

/** Takes one's own upvote back; without one nothing happens. */
export const takeBackUpvote = async (deps: Deps, actor: Actor, { responseId, device }: TakeBackUpvoteInput): Promise<{ upvotes: number }> => {
  await requireRoom(deps, `upvotes:ip:${actor.ipHash}`, upvoteLimits.ip);
  await shownResponse(deps, responseId);
  const voter = { ...(await voterOf(deps, actor, device)), now: deps.clock.now() };
  return { upvotes: await deleteUpvotes(deps.db, responseId, voter) };
}; // prettier-ignore

/** A browser speaks for the address it was confirmed with, whichever of that person's browsers the upvote came from. */
const voterOf = async (deps: Deps, actor: Actor, device: string | null): Promise<Voter> => {
  const account = await accountOf(deps, actor);
  if (account !== null) return { ...account, deviceHash: null };
  const deviceHash = deviceHashOf(deps, device);
  const userEmail = deviceHash === null ? null : await findEmailOfDevice(deps.db, { deviceHash, now: deps.clock.now() });
  return { userId: null, userEmail, deviceHash };
};
