import { initI18n } from "@cml/ui/i18n";

/** Texts of this app and the words shared by all. */
export const startLanguage = () => initI18n({ canvass: () => import("@cml/i18n/canvass"), kernel: () => import("@cml/i18n/kernel") });
