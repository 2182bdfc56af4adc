import type { Locale } from "@cml/domain/kernel";

/** "1.2 km", and empty where no distance is known. */
export const distanceWords = (locale: Locale, metres: number | undefined): string => {
  if (metres === undefined) return "";
  const digits = metres < 10_000 ? 1 : 0;
  return new Intl.NumberFormat(`${locale}-CA`, { style: "unit", unit: "kilometer", maximumFractionDigits: digits }).format(metres / 1000);
};
