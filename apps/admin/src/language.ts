import { initI18n } from "@cml/ui/i18n";

/** Texts of this app: its own area and the words shared by all. */
export const startLanguage = () =>
  initI18n({
    admin: () => import("@cml/i18n/admin"),
    // What happened to a letter and why, in the words of its receipt.
    influence: () => import("@cml/i18n/influence"),
    // Why an import failed is stored with the run and said here.
    map: () => import("@cml/i18n/map"),
    overview: () => import("@cml/i18n/overview"),
    kernel: () => import("@cml/i18n/kernel"),
  });
