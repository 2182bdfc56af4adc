import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { letterDesk } from "./letter-desk";
import { sendLetter } from "./send-letter";

/**
 * Sends some letters side by side, each at most once. One that fails for a reason of ours does not hold up the others; the
 * first such reason is thrown at the end, so that the job runs again and finds those that are left by their rows.
 */
export const sendLetters = async (deps: Deps, actor: Actor, { letterIds }: { letterIds: string[] }): Promise<void> => {
  const { inHand } = letterDesk(deps);
  const done = await Promise.allSettled(letterIds.map((letterId) => inHand(() => sendLetter(deps, actor, { letterId }))));
  const failed = done.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
};
