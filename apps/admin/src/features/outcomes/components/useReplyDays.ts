import { useLocale, useTranslation } from "@cml/ui/i18n";

/** A median of days in words: "same day", "3.5 days"; a dash where there is none. */
export const useReplyDays = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA", { maximumFractionDigits: 1 });
  return (days: number | null): string => {
    if (days === null) return "–";
    return days < 0.5 ? t("outcomes.sameDay") : t("outcomes.days", { count: days, number: number.format(days) });
  };
};
