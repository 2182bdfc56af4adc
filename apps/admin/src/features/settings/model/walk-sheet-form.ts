import type { Locale } from "@cml/domain/kernel";
import type { MapSettings, UpdateMapSettingsInput } from "@cml/domain/settings";
import { orNull } from "./blank";

export const linkPlaces = [1, 2, 3] as const;

const translated = ["walkSheetTitle", "walkSheetSubtitle", "walkSheetFooter", "qrCode1Label", "qrCode2Label", "qrCode3Label"] as const;
const links = ["qrCode1Url", "qrCode2Url", "qrCode3Url"] as const;
type Translated = (typeof translated)[number];

export type SheetValues = Record<Translated | (typeof links)[number], string> & { other: Record<Translated, string> };

const filled = <K extends string>(keys: readonly K[], of: (key: K) => string | null | undefined): Record<K, string> =>
  Object.fromEntries(keys.map((key) => [key, of(key) ?? ""])) as Record<K, string>;

/** The settings as the form holds them: nothing set is an empty field. */
export const toSheetValues = (settings: MapSettings, other: Locale): SheetValues => ({
  ...filled([...translated, ...links], (key) => settings[key]),
  other: filled(translated, (key) => settings.translations?.[other]?.[key]),
});

/** What is written; texts of the other language that are empty fall back to the first. */
export const toSheetInput = (
  { other: texts, ...values }: SheetValues,
  { settings, other }: { settings: MapSettings; other: Locale },
): UpdateMapSettingsInput => {
  const inOther = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
  const blank = filled([...translated, ...links], (key) => values[key]);
  const plain = Object.fromEntries(Object.entries(blank).map(([key, text]) => [key, orNull(text)]));
  return { ...plain, translations: { ...settings.translations, [other]: inOther } };
};
