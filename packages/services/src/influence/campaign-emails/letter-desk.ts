import { claimLetters, findCampaigns, markHandOvers, renewClaims, type Settling, settleLetters } from "@cml/db/influence";
import type { Db } from "@cml/db";
import type { Campaign, Letter } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { combine } from "../../platform/combine";

export type LetterClaim = { id: string; token: string };
export type ClaimedLetter = { letter: Letter; campaign: Campaign };

/** How often a process says that it still holds its letters; a claim's lease is several times as long. */
const renewMs = 5_000;

type Desk = {
  claim: (claim: LetterClaim) => Promise<ClaimedLetter | null>;
  mark: (claim: LetterClaim) => Promise<boolean>;
  settle: (settling: Settling) => Promise<boolean>;
  /** While `work` runs, the claim is kept alive. */
  holding: <T>(claim: LetterClaim, work: () => Promise<T>) => Promise<T>;
};

const desks = new WeakMap<Db, Desk>();

/** The rows of letters in hand: letters that are sent side by side in one process share their statements. */
export const letterDesk = (deps: Pick<Deps, "db" | "clock" | "logger">): Desk => {
  const known = desks.get(deps.db);
  if (known !== undefined) return known;
  const made = openDesk(deps);
  desks.set(deps.db, made);
  return made;
};

const openDesk = ({ db, clock, logger }: Pick<Deps, "db" | "clock" | "logger">): Desk => {
  const held = new Set<LetterClaim>();
  const beat: { timer: NodeJS.Timeout | null } = { timer: null };

  const renew = (): void => {
    renewClaims(db, clock.now(), [...held]).catch((error: unknown) => {
      // The next beat tries again; a lease outlives several.
      logger.warn({ error: String(error) }, "claims on letters could not be renewed");
    });
  };

  const claimAll = async (claims: LetterClaim[]): Promise<(ClaimedLetter | null)[]> => {
    const letters = await claimLetters(db, clock.now(), claims);
    const ids = new Set(letters.flatMap((letter) => (letter === null ? [] : [letter.campaignId])));
    const campaigns = new Map((ids.size === 0 ? [] : await findCampaigns(db, [...ids])).map((one) => [one.id, one]));
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
      if (held.size === 0 && beat.timer !== null) {
        clearInterval(beat.timer);
        beat.timer = null;
      }
    }
  };

  return {
    claim: combine(claimAll),
    mark: combine((claims: LetterClaim[]) => markHandOvers(db, clock.now(), claims)),
    settle: combine((settlings: Settling[]) => settleLetters(db, settlings)),
    holding,
  };
};
