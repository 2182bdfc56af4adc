import { sameLetters } from "../kernel/same-letters";
import type { GovernmentLevel } from "./enums";

export type KeyedRecipient = { level: GovernmentLevel | null; name: string; districtName: string };

/**
 * Knows a person again wherever she was found (a postal code, a whole council, a list of named people): level, name and
 * district without accents, case and punctuation. An office that changes its address keeps its key; a successor has another.
 */
export const recipientKeyOf = ({ level, name, districtName }: KeyedRecipient): string =>
  [level ?? "OTHER", sameLetters(name), sameLetters(districtName)].join("|");
