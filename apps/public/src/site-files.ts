import { locales } from "@cml/domain/kernel";
import type { ShiftCalendarInput } from "@cml/domain/map";
import type { Source } from "./data/source";
import type { Rendered } from "./rendered";
import { addressIn, prefixesOf } from "./shell/addresses";

// Pages that are somebody's own are named here too, though each also says so itself.
const privateFolders = [
  "/admin/",
  "/canvass/",
  "/confirm/",
  "/receipt/",
  "/shifts/mine/",
  "/shifts/feed/",
  "/replies/",
  "/preview/",
  "/embed/",
  "/verify/",
  "/reset/",
  "/mailbox",
  "/trpc/",
];

/** robots.txt, sitemap.xml and the script for pages that frame a campaign; null for every other path. */
export const siteFile = async (path: string, origin: string, source: Source): Promise<Rendered | null> => {
  if (path === "/robots.txt") return textFile("text/plain", robots(origin));
  if (path === "/embed.js") return textFile("text/javascript", embedScript(origin));
  if (path === "/sitemap.xml") return textFile("application/xml", await sitemap(origin, source));
  return calendarFile(path, source);
};

/** All public shifts, one of them, or by its own address the shifts of one person. */
const calendarFile = async (path: string, source: Source): Promise<Rendered | null> => {
  const match = /^\/shifts(?:\/(feed))?(?:\/([^/]+))?\.ics$/.exec(path);
  if (match === null) return null;
  const [, folder, name] = match;
  const text = await source.calendar(askedOf(folder, name));
  if (text === null) return null;
  const headers = { "content-type": "text/calendar; charset=utf-8", ...(folder === undefined ? {} : { "cache-control": "no-store" }) };
  return { status: 200, html: text, headers };
};

const askedOf = (folder: string | undefined, name: string | undefined): ShiftCalendarInput => {
  if (name === undefined) return { kind: "all" };
  return folder === undefined ? { kind: "shift", id: name } : { kind: "mine", feedToken: name };
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

/**
 * For pages of other sites: puts a frame in place of each `<div data-changemaker="slug" data-language="fr">` and keeps it as
 * tall as what it shows. Written for browsers as old as theirs may be.
 */
const embedScript = (origin: string): string => `(function () {
  var origin = ${JSON.stringify(origin)};
  var places = document.querySelectorAll("[data-changemaker]");
  for (var i = 0; i < places.length; i += 1) {
    var place = places[i];
    var slug = place.getAttribute("data-changemaker");
    var language = place.getAttribute("data-language");
    var frame = document.createElement("iframe");
    frame.src = origin + (language ? "/" + language : "") + "/embed/" + encodeURIComponent(slug);
    frame.title = place.getAttribute("data-title") || slug;
    frame.setAttribute("data-changemaker-frame", slug);
    frame.setAttribute("allow", "clipboard-write");
    frame.style.cssText = "width:100%;min-height:520px;border:0;color-scheme:normal";
    place.parentNode.replaceChild(frame, place);
  }
  window.addEventListener("message", function (event) {
    var told = event.data;
    if (event.origin !== origin || !told || told.type !== "changemaker:height") return;
    var frames = document.querySelectorAll("iframe[data-changemaker-frame]");
    for (var i = 0; i < frames.length; i += 1)
      if (frames[i].contentWindow === event.source) frames[i].style.height = Number(told.height) + "px";
  });
})();
`;

const sitemap = async (origin: string, source: Source): Promise<string> => {
  const site = await source.site(null);
  const campaigns = site.enableInfluence ? await source.campaigns(site.locale) : [];
  const paths = [
    "/",
    "/campaigns",
    ...(site.enableMap ? ["/shifts", "/map"] : []),
    ...campaigns.map(({ slug }) => `/c/${encodeURIComponent(slug)}`),
  ];
  const urls = paths.flatMap((path) =>
    locales.map((locale) => `<url><loc>${origin}${addressIn(prefixesOf(site.locale), locale, path)}</loc></url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`;
};
