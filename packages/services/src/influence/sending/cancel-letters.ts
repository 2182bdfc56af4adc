import { cancelLetters as cancelRows } from "@cml/db/influence";
import type { ChangedLetters, ChosenLetters } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeLetters } from "./change-letters";

/** Stops letters that have not left; it can be taken back. */
export const cancelLetters = (deps: Deps, actor: Actor, chosen: ChosenLetters): Promise<ChangedLetters> =>
  changeLetters(deps, actor, { chosen, action: "letters.cancel", act: (choice, deed) => cancelRows(deps.db, choice, deed) });
