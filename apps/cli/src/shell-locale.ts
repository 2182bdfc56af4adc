import type { Locale } from "@cml/domain/kernel";

/** The language of the shell (LANG and its kin), as the runtime of JavaScript knows it. */
export const shellLocale = (): Locale => (new Intl.DateTimeFormat().resolvedOptions().locale.toLowerCase().startsWith("fr") ? "fr" : "en");
