import type { SchemeName } from "./palette";

/** 1 strong support … 4 opposed; null: not asked yet. */
export type SupportLevelNumber = 1 | 2 | 3 | 4;

/** Green, lime-olive, amber, brick: told apart by lightness as well as hue, and never shown without their mark. */
export const supportColours: Record<SchemeName, Record<SupportLevelNumber, string>> = {
  light: { 1: "#0f6b47", 2: "#7f8a12", 3: "#c27c0e", 4: "#a63a26" },
  dark: { 1: "#4fc08d", 2: "#c3cb57", 3: "#ecbc56", 4: "#ea8b77" },
};

/** `LEVEL_3` or `"3"` → 3; anything else null. */
export const supportNumber = (level: string | number | null | undefined): SupportLevelNumber | null => {
  const found = /([1-4])$/.exec(String(level ?? ""));
  return found === null ? null : (Number(found[1]) as SupportLevelNumber);
};
