import type { Locale } from "@cml/domain/kernel";

/** Where each language of the site begins. French always has its own folder; English lives at the root unless the site's own language is French. */
export type Prefixes = Readonly<Record<Locale, "" | "/en" | "/fr">>;

export const prefixesOf = (siteLocale: Locale): Prefixes => ({ en: siteLocale === "en" ? "" : "/en", fr: "/fr" });

/** The address of a page in a language: `/c/velo` → `/fr/c/velo`. */
export const addressIn = (prefixes: Prefixes, locale: Locale, path: string): string => {
  const prefix = prefixes[locale];
  return prefix !== "" && path === "/" ? `${prefix}/` : `${prefix}${path}`;
};

/** The page's path without its language, and without a trailing slash, which makes no other page. */
export const pathOf = (pathname: string): string => {
  const rest = pathname.replace(/^\/(?:fr|en)(?=\/|$)/, "");
  return rest.replace(/\/+$/, "") || "/";
};

/** The language an address names; null where it leaves the choice to the site. */
export const localeOf = (pathname: string): Locale | null => {
  const first = pathname.split("/")[1];
  return first === "fr" || first === "en" ? first : null;
};
