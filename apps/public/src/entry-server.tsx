import type { PublicApi } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import { sourceOf } from "./data/api-source";
import { renderSite } from "./render-site";
import type { Rendered } from "./rendered";

/** `locale` is the server's own reading of the address; the site reads it again, because it knows the organisation's language. */
export type RenderRequest = {
  method?: "GET" | "POST";
  /** The body of a plain form as it came. */
  form?: string;
  /** What the browser of an office holds for this page. */
  officeTicket?: string | null;
  url: string;
  locale: Locale;
  nonce: string;
  publicUrl: string;
  api: PublicApi;
};

/** The public site's one door for the server: an address in, a whole HTML document out. */
export const render = ({ api, url, method, form, officeTicket, nonce, publicUrl }: RenderRequest): Promise<Rendered> =>
  renderSite({ url, method, form, officeTicket, nonce, publicUrl, source: sourceOf(api) });

export { renderSite } from "./render-site";
