import { locales } from "@cml/domain/kernel";
import type { Source } from "./data/source";
import type { Rendered } from "./rendered";
import { addressIn, prefixesOf } from "./shell/addresses";

// Pages that are somebody's own are named here too, though each also says so itself.
const privateFolders = ["/admin/", "/canvass/", "/confirm/", "/receipt/", "/verify/", "/reset/", "/mailbox", "/trpc/"];

/** robots.txt and sitemap.xml; null for every other path. */
export const siteFile = async (path: string, origin: string, source: Source): Promise<Rendered | null> => {
  if (path === "/robots.txt") return textFile("text/plain", robots(origin));
  if (path === "/sitemap.xml") return textFile("application/xml", await sitemap(origin, source));
  return null;
};

const textFile = (type: string, html: string): Rendered => ({ status: 200, html, headers: { "content-type": `${type}; charset=utf-8` } });

const robots = (origin: string): string =>
  [
    "User-agent: *",
    ...privateFolders.flatMap((folder) => [`Disallow: ${folder}`, `Disallow: /fr${folder}`]),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");

const sitemap = async (origin: string, source: Source): Promise<string> => {
  const site = await source.site(null);
  const campaigns = site.enableInfluence ? await source.campaigns(site.locale) : [];
  const paths = [
    "/",
    "/campaigns",
    ...(site.enableMap ? ["/shifts"] : []),
    ...campaigns.map(({ slug }) => `/c/${encodeURIComponent(slug)}`),
  ];
  const urls = paths.flatMap((path) =>
    locales.map((locale) => `<url><loc>${origin}${addressIn(prefixesOf(site.locale), locale, path)}</loc></url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`;
};
