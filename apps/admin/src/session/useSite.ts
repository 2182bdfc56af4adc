import { useFormats } from "@cml/ui/i18n";
import { api } from "../api";

/** What every screen needs of the organisation: its name, its zone, its languages. */
export const useSite = () => {
  const [site] = api.settings.siteSettings.summary.useSuspenseQuery(undefined, { staleTime: 60_000 });
  return site;
};

/** Dates and times in the organisation's zone. */
export const useSiteFormats = () => useFormats(useSite().timeZone);
