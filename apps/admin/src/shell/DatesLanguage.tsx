import { DatesProvider } from "@mantine/dates";
import { useLocale } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import "dayjs/locale/fr-ca";

/** Calendars speak the language on screen; in Canada a week begins on Sunday. */
export const DatesLanguage = ({ children }: { children: ReactNode }) => {
  const locale = useLocale();
  return <DatesProvider settings={{ locale: locale === "fr" ? "fr-ca" : "en", firstDayOfWeek: 0 }}>{children}</DatesProvider>;
};
