import { settleUncertainLetters as settleRows } from "@cml/db/influence";
import type { ChangedLetters, SettleLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeLetters } from "./change-letters";

/** What a person found out about uncertain letters: they arrived, or shall be sent again. */
export const settleUncertainLetters = (deps: Deps, actor: Actor, { settlement, ...chosen }: SettleLettersInput): Promise<ChangedLetters> =>
  changeLetters(deps, actor, {
    chosen,
    action: "letters.settle",
    act: (choice, deed) => settleRows(deps.db, choice, { ...deed, settlement }),
  });
