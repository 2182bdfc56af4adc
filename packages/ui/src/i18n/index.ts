export { type CatalogueLoader, initI18n, loadedLocale, switchLocale } from "./init-i18n";
export { type Formats, formatsFor, useFormats } from "./formats";
export { useLocale } from "./use-locale";
export { Trans, useTranslation } from "react-i18next";
