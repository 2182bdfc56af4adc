import { unsettleLetters as unsettleRows } from "@cml/db/influence";
import type { ChangedLetters, UnsettleLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeLetters } from "./change-letters";

/**
 * Takes a settlement back: the letters are uncertain again. One to which something has happened since (it left, came back, was
 * answered) stays as it is, and is missing among the changed ones.
 */
export const unsettleLetters = (deps: Deps, actor: Actor, { ids, settlement }: UnsettleLettersInput): Promise<ChangedLetters> =>
  changeLetters(deps, actor, {
    chosen: { campaignId: null, ids },
    action: "letters.unsettle",
    act: (choice, deed) => unsettleRows(deps.db, choice, { ...deed, settlement }),
  });
