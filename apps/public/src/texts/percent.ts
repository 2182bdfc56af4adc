import type { Locale } from "@cml/domain/kernel";

/** A share 0…1 as the language writes it: 42% or 42 %. Servers and browsers agree on the space. */
export const percent = (locale: Locale, share: number): string =>
  new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA", { style: "percent", maximumFractionDigits: 0 })
    .format(share)
    .replace(/[\u00a0\u202f]/g, "\u00a0");
