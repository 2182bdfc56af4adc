import type { Locale } from "@cml/domain/kernel";
import type { Site } from "../shell/site";
import type { Texts } from "../texts/texts";
import type { Source } from "./source";

/** What a page may ask for while it is made. */
export type Visit = {
  source: Source;
  site: Site;
  t: Texts;
  locale: Locale;
  search: URLSearchParams;
  /** What a plain form told; null for every other visit. */
  form: URLSearchParams | null;
  /** What the browser of an office holds for the page it asks for. */
  officeTicket: string | null;
  /** The absolute address of this page, for shares. */
  address: string;
};
