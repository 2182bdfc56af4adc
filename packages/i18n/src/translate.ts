import type { Locale } from "@cml/domain/kernel";
import { createInstance } from "i18next";
import { catalogues, namespaces } from "./catalogues";
import { frenchSpaces } from "./french-spaces";

const resourcesOf = (locale: Locale) => Object.fromEntries(namespaces.map((name) => [name, catalogues[name][locale]]));

// One instance for both languages: every call names its language, so nothing is switched between requests.
const i18n = createInstance({
  lng: "en",
  fallbackLng: false,
  ns: namespaces,
  defaultNS: "kernel",
  resources: { en: resourcesOf("en"), fr: resourcesOf("fr") },
  interpolation: { escapeValue: false },
  initAsync: false,
});
void i18n.init();
// "fr" alone sets thousands apart by a space too thin to see; in Canada it is the one between words.
i18n.services.formatter?.addCached("number", (language) => {
  const format = new Intl.NumberFormat(`${language ?? "en"}-CA`);
  return (value: number) => format.format(value);
});

export type TextParams = Readonly<Record<string, string | number>>;

/** The text of `area:path.to.text` in `locale`; params fill `{{name}}`, `count` chooses the plural. */
export const translate = (locale: Locale, key: string, params: TextParams = {}): string => {
  const text = i18n.t(key, { lng: locale, ...params });
  return locale === "fr" ? frenchSpaces(text) : text;
};

/** The sentence of an AppError's message key, looked for in the `errors` of every area. */
export const errorText = (locale: Locale, messageKey: string, params: TextParams = {}): string => {
  const home = namespaces.find((name) => i18n.exists(`${name}:errors.${messageKey}`, { ...params, lng: locale }));
  return home === undefined
    ? translate(locale, "kernel:errors.internal", params)
    : translate(locale, `${home}:errors.${messageKey}`, params);
};
