import i18next, { type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { chooseLocale, isLocale, type Locale, rememberLocale } from "./locale-choice";

type Tree = { [key: string]: string | Tree };
/** Brings an area's catalogue: `() => import("@cml/i18n/admin")`. */
export type CatalogueLoader = () => Promise<Record<Locale, Tree>>;

let loaders: Record<string, CatalogueLoader> = {};

/**
 * Starts i18next with the given areas as namespaces; the first is the default. The language is the given one, else what the
 * person chose before on this device, else the browser's.
 */
export const initI18n = async (areas: Record<string, CatalogueLoader>, locale?: Locale): Promise<I18n> => {
  loaders = areas;
  const lng = chooseLocale(locale);
  const names = Object.keys(areas);
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    ns: names,
    defaultNS: names[0] ?? "kernel",
    resources: { [lng]: await load(lng) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  numbersAsInCanada(i18next);
  document.documentElement.lang = lng;
  return i18next;
};

/** i18next knows "fr" alone, whose thousands stand apart by a space too thin to see; in Canada it is the one between words. */
const numbersAsInCanada = (i18n: I18n): void =>
  i18n.services.formatter?.addCached("number", (language) => {
    const format = new Intl.NumberFormat(`${language ?? "en"}-CA`);
    return (value: number) => format.format(value);
  });

const load = async (locale: Locale): Promise<Record<string, Tree>> =>
  Object.fromEntries(await Promise.all(Object.entries(loaders).map(async ([name, bring]) => [name, (await bring())[locale]] as const)));

export const loadedLocale = (): Locale => (isLocale(i18next.language) ? i18next.language : "en");

/** Changes the language in place and remembers it on this device; what is typed stays. */
export const switchLocale = async (locale: Locale): Promise<void> => {
  for (const [name, tree] of Object.entries(await load(locale))) i18next.addResourceBundle(locale, name, tree, true, true);
  await i18next.changeLanguage(locale);
  rememberLocale(locale);
  document.documentElement.lang = locale;
};
