import type { SheetToType, TypedVisit } from "@cml/domain/canvass";
import { sheetOutcomes, type VisitOutcome } from "@cml/domain/map";

/** What a key does, besides the letters of the paper's results. */
export type KeyMeaning =
  | { kind: "outcome"; outcome: VisitOutcome }
  | { kind: "support"; level: TypedVisit["supportLevel"] | "declined" }
  | { kind: "sign" | "note" | "next" | "previous" | "undo" | "help" };

const levels = { 1: "LEVEL_1", 2: "LEVEL_2", 3: "LEVEL_3", 4: "LEVEL_4" } as const;
export const signKey = "X";
/** The point is on every keyboard and beside the numbers. */
export const noteKey = ".";

/** Null for a key that means nothing here. No result of either language is on the sign's key; a test holds that. */
export const meaningOf = (key: string, letters: SheetToType["keys"]): KeyMeaning | null => {
  const upper = key.toUpperCase();
  const outcome = sheetOutcomes.find((one) => letters[one] === upper);
  if (outcome !== undefined) return { kind: "outcome", outcome };
  if (key === "1" || key === "2" || key === "3" || key === "4") return { kind: "support", level: levels[key] };
  if (key === "0") return { kind: "support", level: "declined" };
  if (upper === signKey) return { kind: "sign" };
  if (key === noteKey || key === "/") return { kind: "note" };
  if (key === " " || key === "Enter" || key === "ArrowDown") return { kind: "next" };
  if (key === "ArrowUp") return { kind: "previous" };
  if (key === "Backspace") return { kind: "undo" };
  return key === "?" ? { kind: "help" } : null;
};
