import * as catalogues from "@cml/i18n/public";
import type { Locale } from "@cml/domain/kernel";
import { renderToString } from "react-dom/server";
import type { Source } from "./data/source";
import { addressIn, localeOf, pathOf, prefixesOf } from "./shell/addresses";
import { clientFiles } from "./shell/client-files";
import { actByForm } from "./act-by-form";
import { Document } from "./shell/Document";
import type { Page } from "./shell/page";
import { PageProvider } from "./shell/page-context";
import type { Site } from "./shell/site";
import type { Rendered } from "./rendered";
import { siteFile } from "./site-files";
import { pageAt } from "./site-pages";
import { textsOf } from "./texts/texts";

export type SiteRequest = {
  /** Path and query as the browser asked. */
  url: string;
  /** POST only for the plain forms of mailed links. */
  method?: "GET" | "POST";
  /** The body of a plain form as it came, application/x-www-form-urlencoded. */
  form?: string;
  /** What the browser of an office holds for this page. */
  officeTicket?: string | null;
  nonce: string;
  /** Origin of every absolute address. */
  publicUrl: string;
  source: Source;
};

/** The whole document at an address, read from `source`. Failures other than "nothing there" are thrown. */
export const renderSite = async ({
  url,
  method = "GET",
  form = "",
  officeTicket = null,
  nonce,
  publicUrl,
  source,
}: SiteRequest): Promise<Rendered> => {
  const { pathname, searchParams } = new URL(url, publicUrl);
  const path = pathOf(pathname);
  const file = await siteFile(path, publicUrl, source);
  if (file !== null) return file;
  const asked = localeOf(pathname);
  const told = await source.site(asked);
  // Before the first setup the organisation has no name; the address is what people know it by.
  const site = { ...told, organization: told.organization.trim() || new URL(publicUrl).host };
  const locale = asked ?? site.locale;
  const moved = method === "POST" ? await actByForm(path, searchParams, source) : null;
  if (moved !== null) return { status: 303, html: "", headers: { location: addressIn(prefixesOf(site.locale), locale, moved) } };
  const t = textsOf(catalogues[locale], locale);
  const address = `${publicUrl}${addressIn(prefixesOf(site.locale), locale, path)}`;
  const page = await pageAt(path, {
    source,
    site,
    t,
    locale,
    search: searchParams,
    form: method === "POST" ? new URLSearchParams(form) : null,
    officeTicket,
    address,
  });
  const headers = { "content-language": locale, ...page.headers };
  const ticket = page.officeTicket === undefined ? {} : { officeTicket: page.officeTicket };
  if (page.status === 301 || page.status === 303) return { status: page.status, html: "", headers, ...ticket };
  const html = documentOf(page, { site, locale, nonce, origin: publicUrl, path, search: keptSearch(searchParams) });
  return { status: page.status, html, headers, ...(page.frameAncestors === undefined ? {} : { frameAncestors: page.frameAncestors }) };
};

// Where somebody came from and the place told by a plain form; filters, order and page of a wall.
const formNames = ["s", "code", "district", "write", "answer", "saved", "done", "letter", "to", "mail"];
const wallNames = ["level", "type", "who", "sort", "after", "before"];

/** What of an address goes along when the language changes. */
const keptSearch = (search: URLSearchParams): string => {
  const kept = new URLSearchParams([...search].filter(([name]) => formNames.includes(name) || wallNames.includes(name)));
  return kept.size === 0 ? "" : `?${kept.toString()}`;
};

type Frame = { site: Site; locale: Locale; nonce: string; origin: string; path: string; search?: string };

export const documentOf = (page: Page, { site, locale, nonce, origin, path, search = "" }: Frame): string => {
  const facts = {
    locale,
    t: textsOf(catalogues[locale], locale),
    organization: site.organization,
    timeZone: site.timeZone,
    prefixes: prefixesOf(site.locale),
  };
  const document = renderToString(
    <PageProvider value={facts}>
      <Document page={page} site={site} files={clientFiles(page.panels ?? [])} address={{ origin, path, search }} nonce={nonce} />
    </PageProvider>,
  );
  return `<!doctype html>${document}`;
};
