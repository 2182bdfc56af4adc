import { claimLetters, findCampaigns, renewClaims, type Settling, writeHandOvers } from "@cml/db/influence";
import { type Campaign, handedOverAtOnce, jobsInHandAtOnce, type Letter } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { combine } from "../../platform/combine";
import { hotAnswer } from "../../platform/hot-answers";
import { createSlots, type Slots } from "../../platform/slots";

export type LetterClaim = { id: string; token: string };
export type ClaimedLetter = { letter: Letter; campaign: Campaign };

/** How often a process says that it still holds its letters; a claim's lease is several times as long. */
const renewMs = 5_000;

type Desk = {
  /** The letters of a job, taken with one statement; null for one that is not ours to send. */
  claim: (claims: LetterClaim[]) => Promise<(ClaimedLetter | null)[]>;
  mark: (claim: LetterClaim) => Promise<boolean>;
  settle: (settling: Settling) => Promise<boolean>;
  /** While `work` runs, the claim is kept alive. */
  holding: <T>(claim: LetterClaim, work: () => Promise<T>) => Promise<T>;
  /** A place among the jobs this process has in hand, and one among its connections to mail servers. */
  inHand: Slots;
  handingOver: Slots;
};

type News = { mark: LetterClaim } | { settle: Settling };
type NeedsDesk = Pick<Deps, "db" | "clock" | "logger" | "events">;
// One for each process (and each test).
const desks = new WeakMap<Deps["events"], Desk>();

/** The rows of letters in hand: letters that are sent side by side in one process share their statements. */
export const letterDesk = (deps: NeedsDesk): Desk => {
  const known = desks.get(deps.events);
  if (known !== undefined) return known;
  const made = openDesk(deps);
  desks.set(deps.events, made);
  return made;
};

const openDesk = ({ db, clock, logger, events }: NeedsDesk): Desk => {
  const held = new Set<LetterClaim>();
  const beat: { timer: NodeJS.Timeout | null } = { timer: null };

  const renew = (): void => {
    renewClaims(db, clock.now(), [...held]).catch((error: unknown) => {
      // The next beat tries again; a lease outlives several.
      logger.warn({ error: String(error) }, "claims on letters could not be renewed");
    });
  };

  const claim = async (claims: LetterClaim[]): Promise<(ClaimedLetter | null)[]> => {
    const letters = await claimLetters(db, clock.now(), claims);
    const ids = [...new Set(letters.flatMap((letter) => (letter === null ? [] : [letter.campaignId])))].sort();
    const found = ids.length === 0 ? [] : await hotAnswer({ events, clock }, `sending:${ids.join()}`, () => findCampaigns(db, ids));
    const campaigns = new Map(found.map((one) => [one.id, one]));
    return letters.map((letter) => {
      const campaign = letter === null ? undefined : campaigns.get(letter.campaignId);
      return letter === null || campaign === undefined ? null : { letter, campaign };
    });
  };

  const holding = async <T>(claim: LetterClaim, work: () => Promise<T>): Promise<T> => {
    held.add(claim);
    beat.timer ??= setInterval(renew, renewMs).unref();
    try {
      return await work();
    } finally {
      held.delete(claim);
      if (held.size === 0) {
        clearInterval(beat.timer);
        beat.timer = null;
      }
    }
  };

  const write = combine(async (news: News[]): Promise<boolean[]> => {
    const marks = news.flatMap((one) => ("mark" in one ? [one.mark] : []));
    const settlings = news.flatMap((one) => ("settle" in one ? [one.settle] : []));
    const { marked, settled } = await writeHandOvers(db, clock.now(), { marks, settlings });
    return news.map((one) => ("mark" in one ? marked : settled).shift() === true);
  });

  return {
    claim,
    mark: (claim) => write({ mark: claim }),
    settle: (settling) => write({ settle: settling }),
    holding,
    inHand: createSlots(jobsInHandAtOnce),
    handingOver: createSlots(handedOverAtOnce),
  };
};
