import { type Locale, locales } from "@cml/domain/kernel";

/** The language chosen in the app (`x-locale`), else the browser's best liked one that we have, else the site's. */
export const chooseLocale = (
  { chosen, accepted }: { chosen: string | undefined; accepted: string | undefined },
  byDefault: Locale,
): Locale => asLocale(chosen) ?? bestAccepted(accepted ?? "") ?? byDefault;

const asLocale = (tag: string | undefined): Locale | undefined => {
  const language = tag?.trim().toLowerCase().split("-")[0];
  return locales.find((locale) => locale === language);
};

// "fr-CA,fr;q=0.9,en;q=0.8": liked most first, equals in the order given.
const bestAccepted = (header: string): Locale | undefined =>
  header
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag, ...parameters] = part.split(";");
      const weight = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { locale: asLocale(tag), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((liked) => liked.locale !== undefined && liked.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.locale;
