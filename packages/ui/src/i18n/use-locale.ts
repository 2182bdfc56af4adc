import type { Locale } from "@cml/domain/kernel";
import { useTranslation } from "react-i18next";
import { isLocale } from "./locale-choice";

/** The language on screen now. */
export const useLocale = (): Locale => {
  const { i18n } = useTranslation();
  return isLocale(i18n.language) ? i18n.language : "en";
};
