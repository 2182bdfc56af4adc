import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { letterDesk } from "./letter-desk";
import { sendClaimed } from "./send-letter";

/**
 * Takes some letters and sends them side by side, each at most once; those that somebody else has, or that are held, are left.
 * One that fails for a reason of ours does not hold up the others; the first such reason is thrown at the end, so that the job
 * runs again and finds those that are left by their rows. Safe to run twice.
 */
export const sendLetters = async (deps: Deps, _actor: Actor, { letterIds }: { letterIds: string[] }): Promise<void> => {
  const desk = letterDesk(deps);
  await desk.inHand(async () => {
    const claims = [...new Set(letterIds)].map((id) => ({ id, token: deps.newId() }));
    const letters = await desk.claim(claims);
    const sending = claims.map(async (claim, place) => {
      const letter = letters[place] ?? null;
      if (letter !== null) await desk.holding(claim, () => sendClaimed(deps, letter, claim));
    });
    const failed = (await Promise.allSettled(sending)).find((one) => one.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  });
};
