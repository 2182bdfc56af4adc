import { asksForProof, letterLimits, type ProofChallenge, proofMinutes, type SubmitLettersInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { newChallenge, solvedChallenge } from "@cml/integrations/proof-of-work";
import type { Deps } from "../../deps";
import { emailLimitKey } from "./receipt-tokens";

type Limit = { limit: number; windowSeconds: number };
/**
 * `isKnown`: the same form wrote letters before and now chooses another way; it is counted as an e-mail's once. `door` counts
 * what comes in by another form than the letters' for itself.
 */
type Guarded = {
  campaignId: string;
  input: Pick<SubmitLettersInput, "email" | "trap" | "openedAt" | "proof">;
  isKnown: boolean;
  door?: { name: string; limits: { ip: Limit; email: Limit } };
};
const letterDoor = { name: "letters", limits: letterLimits };

/**
 * Null: let it in. A challenge: let it in when it comes again with the answer; nothing is ever dropped in silence. It was
 * counted when the challenge was given and is not counted twice. Throws RATE_LIMITED beyond the hard limits of an address or
 * an e-mail.
 */
export const guardSubmission = async (
  deps: Deps,
  actor: Actor,
  { campaignId, input, isKnown, door = letterDoor }: Guarded,
): Promise<ProofChallenge | null> => {
  const sender = input.email === null ? null : `${door.name}:email:${emailLimitKey(deps, input.email)}`;
  // A challenge belongs to its door, campaign and e-mail, so that one given here lets nobody past the limits elsewhere.
  const key = deps.secrets.keyedHash("proof-of-work", [door.name, campaignId, sender ?? "none"].join(" "));
  if (await isProved(deps, { proof: input.proof, key })) return null;
  const [fromAddress, fromEmail] = await Promise.all([
    take(deps, `${door.name}:ip:${actor.ipHash}`, door.limits.ip),
    sender === null || isKnown ? 1 : take(deps, sender, door.limits.email),
  ]);
  const signs = {
    trapFilled: input.trap !== "",
    openForMs: input.openedAt === null ? null : deps.clock.now().getTime() - input.openedAt.getTime(),
    fromAddress,
    fromEmail,
    toCampaign: countLastMinute(deps, campaignId),
  };
  return asksForProof(signs) ? newChallenge(key, deps.clock.now()) : null;
};

const take = async (deps: Deps, key: string, rule: Limit): Promise<number> => {
  const { allowed, retryAfterSeconds, used } = await deps.limiter.take(key, rule);
  if (!allowed) throw new AppError("RATE_LIMITED", "rateLimited", { seconds: retryAfterSeconds });
  return used;
};

/** A solved challenge counts once, over all processes. */
const isProved = async (deps: Deps, { proof, key }: { proof: string | null; key: string }): Promise<boolean> => {
  const name = proof === null ? null : await solvedChallenge(proof, { key, now: deps.clock.now() });
  if (name === null) return false;
  const { allowed } = await deps.limiter.take(`proof:${name}`, { limit: 1, windowSeconds: proofMinutes * 60 });
  return allowed;
};

type Minute = { startedAt: number; taken: Map<string, number> };
const minutes = new WeakMap<Deps["limiter"], Minute>();

/** Counted by each process for itself: one row for a whole campaign would be what every letter waits for. */
const countLastMinute = (deps: Deps, campaignId: string): number => {
  const now = deps.clock.now().getTime();
  const known = minutes.get(deps.limiter);
  const minute = known !== undefined && now - known.startedAt < 60_000 ? known : { startedAt: now, taken: new Map<string, number>() };
  minutes.set(deps.limiter, minute);
  const count = (minute.taken.get(campaignId) ?? 0) + 1;
  minute.taken.set(campaignId, count);
  return count;
};
