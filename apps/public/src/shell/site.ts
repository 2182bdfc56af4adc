import type { Locale } from "@cml/domain/kernel";

/** What the site says about the organisation on every page. */
export type Site = {
  organization: string;
  logoUrl: string | null;
  faviconUrl: string | null;
  primaryColour: string | null;
  footerText: string;
  postalAddress: string;
  contactEmail: string | null;
  timeZone: string;
  /** The language of addresses without a language. */
  locale: Locale;
  enableInfluence: boolean;
  enableMap: boolean;
  signUpOpen: boolean;
  embeddedMail: boolean;
};
