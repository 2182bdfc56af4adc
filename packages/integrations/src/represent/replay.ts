import type { AddressInfo } from "node:net";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import boundaryAnswers from "../../../../tooling/fixtures/represent/boundaries.json" with { type: "json" };
import council from "../../../../tooling/fixtures/represent/council-toronto.json" with { type: "json" };
import g0a1a0 from "../../../../tooling/fixtures/represent/G0A1A0.json" with { type: "json" };
import m4y1a5 from "../../../../tooling/fixtures/represent/M4Y1A5.json" with { type: "json" };
import m5v3l9 from "../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import p0t1r0 from "../../../../tooling/fixtures/represent/P0T1R0.json" with { type: "json" };
import toronto from "../../../../tooling/fixtures/represent/point-toronto.json" with { type: "json" };
import thunderBay from "../../../../tooling/fixtures/represent/point-thunder-bay.json" with { type: "json" };
import s7n0w8 from "../../../../tooling/fixtures/represent/S7N0W8.json" with { type: "json" };
import setsAndShapes from "../../../../tooling/fixtures/represent/sets-and-shapes.json" with { type: "json" };
import t6e4a1 from "../../../../tooling/fixtures/represent/T6E4A1.json" with { type: "json" };

export type RepresentReplay = {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  baseUrl: string;
  /** Paths asked for so far, oldest first. */
  requests: string[];
  stop: () => Promise<void>;
};

type Answers = Record<string, object>;
type Options = {
  port?: number;
  /** Base address of the real service, asked for codes that are not recorded. */
  passThrough?: string;
  /** Further recorded answers by code; the demo adds its own invented people. */
  answers?: Answers;
};

/** Codes that stand for trouble: a replay must be able to fail in every way the real service does. */
export const replayTrouble = {
  busy503: "A1A5A3",
  tooMany429: "A1A4A9",
  never: "A1A0A0",
  malformed: "A1A1A1",
  html200: "A1A2A0",
  dropped: "A1A9A9",
  /** 503 the first time, then the recorded M5V3L9. */
  busyOnce: "A1A5A1",
} as const;

const recorded: Answers = { M5V3L9: m5v3l9, G0A1A0: g0a1a0, M4Y1A5: m4y1a5, T6E4A1: t6e4a1, S7N0W8: s7n0w8, P0T1R0: p0t1r0 };
const councils: Record<string, object[]> = { [council.set]: council.people };
const shapes: Record<string, object> = setsAndShapes.shapes;
// However large a page is asked for, so that whoever reads a list must go on.
const mostOnPage = 5;

/** Lists as Represent gives them: `next` is a path of the same service. */
const pageOf = (objects: object[], url: URL): object => {
  const offset = Number(url.searchParams.get("offset") ?? 0);
  const limit = Math.min(mostOnPage, Number(url.searchParams.get("limit") ?? mostOnPage));
  const at = (place: number) => {
    const words = new URLSearchParams(url.searchParams);
    words.set("offset", String(place));
    return `${url.pathname}?${words.toString()}`;
  };
  return {
    objects: objects.slice(offset, offset + limit),
    meta: {
      offset,
      limit,
      total_count: objects.length,
      previous: offset === 0 ? null : at(Math.max(0, offset - limit)),
      next: offset + limit < objects.length ? at(offset + limit) : null,
    },
  };
};

/** Two points are known: the one in Toronto is east of the other by ten degrees. */
const aroundPoint = (point: string | null) => (Number(point?.split(",")[1]) > -84 ? toronto : thunderBay);

const outlines: Record<string, object> = boundaryAnswers.outlines;
const setDetails: Record<string, object> = boundaryAnswers.setDetails;
const boundaryDetails: Record<string, object> = boundaryAnswers.details;

/** Sets of boundaries, what lies in them by name, and their outlines. */
const boundaryAt = (url: URL): object | null => {
  if (url.pathname === "/boundary-sets/") return pageOf(boundaryAnswers.sets, url);
  const set = /^\/boundary-sets\/([^/]+)\/$/.exec(url.pathname)?.[1];
  if (set !== undefined) return setDetails[set] ?? null;
  const outline = /^\/boundaries\/(.+)\/shape$/.exec(url.pathname)?.[1];
  if (outline !== undefined) return outlines[outline] ?? null;
  const one = boundaryAnswers.boundaries.find((known) => known.url === url.pathname);
  if (one !== undefined) return { ...one, metadata: {}, start_date: null, end_date: null, ...boundaryDetails[url.pathname.slice(12, -1)] };
  const inSet = /^\/boundaries\/(?:([^/]+)\/)?$/.exec(url.pathname);
  if (inSet === null || url.searchParams.has("contains")) return null;
  const sets = inSet[1] === undefined ? url.searchParams.get("sets")?.split(",") : [inSet[1]];
  // Accents count and case does not, as the database behind the real one compares.
  const words = (url.searchParams.get("name__icontains") ?? "").toLowerCase();
  const found = boundaryAnswers.boundaries.filter(
    (known) =>
      known.name.toLowerCase().includes(words) && (sets === undefined || sets.some((slug) => known.url.startsWith(`/boundaries/${slug}/`))),
  );
  return pageOf(found, url);
};

const isByName = (path: string): boolean => /^\/(?:boundary-sets|boundaries)\//.test(path) && !/contains=|\/simple_shape$/.test(path);

/** What is not about a postal code: sets, whole councils, points and outlines; null for what is not recorded. */
const listed = (path: string): object | null => {
  const url = new URL(path, "http://localhost");
  if (url.pathname === "/representative-sets/") return pageOf(setsAndShapes.sets, url);
  if (url.pathname === "/boundaries/" && url.searchParams.has("contains"))
    return pageOf(aroundPoint(url.searchParams.get("contains")).boundaries, url);
  if (url.pathname === "/representatives/" && url.searchParams.has("point"))
    return pageOf(aroundPoint(url.searchParams.get("point")).people, url);
  const boundary = boundaryAt(url);
  if (boundary !== null) return boundary;
  const members = councils[/^\/representatives\/([^/]+)\/$/.exec(url.pathname)?.[1] ?? ""];
  if (members !== undefined) return pageOf(members, url);
  return shapes[/^\/boundaries\/(.+)\/simple_shape$/.exec(url.pathname)?.[1] ?? ""] ?? null;
};

const notFoundPage = "<!DOCTYPE html>\n<html><head><title>Page not found</title></head><body><h1>Not Found</h1></body></html>\n";
const sendJson = (response: ServerResponse, status: number, body: string) =>
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "access-control-allow-origin": "*" }).end(body);
const sendHtml = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(notFoundPage);

/** A small server that answers like represent.opennorth.ca with recorded shapes (the people in them are invented). */
export const startRepresentReplay = async ({ port = 0, passThrough, answers = {} }: Options = {}): Promise<RepresentReplay> => {
  const known: Answers = { ...recorded, ...answers };
  const requests: string[] = [];
  let busyOnce = true;

  const troubles: Record<string, (response: ServerResponse) => void> = {
    [replayTrouble.busy503]: (response) => sendHtml(response, 503),
    [replayTrouble.tooMany429]: (response) => sendHtml(response, 429, { "retry-after": "1" }),
    [replayTrouble.never]: () => undefined,
    [replayTrouble.malformed]: (response) => sendJson(response, 200, '{"code": "A1A1A1", "representatives_centroid": ['),
    [replayTrouble.html200]: (response) => sendHtml(response, 200),
    [replayTrouble.dropped]: (response) => response.destroy(),
    [replayTrouble.busyOnce]: (response) => {
      if (busyOnce) sendHtml(response, 503);
      else sendJson(response, 200, JSON.stringify({ ...m5v3l9, code: replayTrouble.busyOnce }));
      busyOnce = false;
    },
  };

  const forward = async (path: string, response: ServerResponse, otherwise: object | null): Promise<void> => {
    try {
      const answer = await fetch(`${passThrough}${path}`, { signal: AbortSignal.timeout(10_000) });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/html" });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      // No network: to the client this is what a struggling Represent looks like.
      if (otherwise === null) sendHtml(response, 503);
      else sendJson(response, 200, JSON.stringify(otherwise));
    }
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "/";
    requests.push(path);
    // The real look-up is exact, so lower case answers 404 like an unknown code.
    const code = /^\/postcodes\/(\w{6})\/(?:\?.*)?$/.exec(path)?.[1] ?? "";
    const trouble = troubles[code];
    const answer = known[code] ?? listed(path);
    if (trouble !== undefined) trouble(response);
    // Of boundaries by name only a few are recorded: the real service knows all of Canada's.
    else if (passThrough !== undefined && isByName(path)) void forward(path, response, answer);
    else if (answer !== null) sendJson(response, 200, JSON.stringify(answer));
    else if (passThrough !== undefined) void forward(path, response, null);
    else sendHtml(response, 404);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { baseUrl: `http://127.0.0.1:${actual}`, requests, stop };
};
