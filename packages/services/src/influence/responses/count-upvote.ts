import { insertUpvotes, type NewUpvote, rememberBrowser } from "@cml/db/influence";
import { rememberedDays } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { combine } from "../../platform/combine";

type Vote = { responseId: string; vote: NewUpvote };
type Desk = (vote: Vote) => Promise<number | null>;
// One for each process (and each test).
const desks = new WeakMap<Deps["events"], Desk>();

/** Adds one upvote; a crowd at one response shares its statements. Gives the number there is then. */
export const countUpvote = async (deps: Deps, vote: Vote): Promise<number> => {
  const desk = desks.get(deps.events) ?? combine((votes) => writeVotes(deps, votes));
  desks.set(deps.events, desk);
  const upvotes = await desk(vote);
  if (upvotes === null) throw new AppError("NOT_FOUND", "response.notFound");
  return upvotes;
};

/** One response after the other, so that two processes never wait for each other in a ring. */
const writeVotes = async (deps: Deps, votes: readonly Vote[]): Promise<(number | null)[]> => {
  const counted = new Map<string, number | null>();
  for (const responseId of new Set(votes.map((one) => one.responseId))) {
    const all = votes.flatMap((one) => (one.responseId === responseId ? [one.vote] : []));
    counted.set(responseId, await insertUpvotes(deps.db, responseId, all));
  }
  return votes.map(({ responseId }) => counted.get(responseId) ?? null);
};

/** Remembers for 90 days that a browser's address was confirmed; only its hash. */
export const rememberDevice = async (deps: Deps, { deviceHash, email }: { deviceHash: string | null; email: string }): Promise<void> => {
  if (deviceHash === null) return;
  const confirmedAt = deps.clock.now();
  const expiresAt = new Date(confirmedAt.getTime() + rememberedDays * 86_400_000);
  await rememberBrowser(deps.db, { id: deps.newId(), tokenHash: deviceHash, email, confirmedAt, expiresAt });
};
