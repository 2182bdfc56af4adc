import { type Locale, locales } from "@cml/domain/kernel";

export type { Locale };

const storageKey = "cml-locale";

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** Given, else remembered on this device, else the first of the browser's languages that we have, else English. */
export const chooseLocale = (given?: Locale): Locale => {
  if (given !== undefined) return given;
  const kept = remembered();
  if (kept !== null) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? "en";
};

// Storage may be forbidden (private windows, policies); then the choice lasts for this page.
const remembered = (): Locale | null => {
  try {
    const value = localStorage.getItem(storageKey);
    return isLocale(value) ? value : null;
  } catch {
    return null;
  }
};

export const rememberLocale = (locale: Locale): boolean => {
  try {
    localStorage.setItem(storageKey, locale);
    return true;
  } catch {
    return false;
  }
};
