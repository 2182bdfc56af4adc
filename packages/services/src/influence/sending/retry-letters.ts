import { requeueLetters } from "@cml/db/influence";
import type { ChangedLetters, RetryLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeLetters } from "./change-letters";

/** Sends refused letters again, or takes a cancelling back. */
export const retryLetters = (deps: Deps, actor: Actor, { from, ...chosen }: RetryLettersInput): Promise<ChangedLetters> =>
  changeLetters(deps, actor, {
    chosen,
    action: "letters.retry",
    act: (choice, deed) => requeueLetters(deps.db, choice, { ...deed, from }),
  });
