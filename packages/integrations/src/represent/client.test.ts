import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRepresentClient } from "./client";
import { type RepresentReplay, replayTrouble, startRepresentReplay } from "./replay";

let replay: RepresentReplay;
beforeAll(async () => {
  replay = await startRepresentReplay();
});
afterAll(() => replay.stop());
beforeEach(() => {
  replay.requests.length = 0;
});

const free = { take: async () => ({ allowed: true, retryAfterSeconds: 0 }) };
const clientOf = (extra: Partial<Parameters<typeof createRepresentClient>[0]> = {}) =>
  createRepresentClient({ baseUrl: replay.baseUrl, limiter: free, sleep: async () => undefined, timeoutMs: 150, ...extra });
const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? [error.code, error.messageKey] : error;
};

describe("looking up a postal code", () => {
  it("asks in upper case and reads the recorded answer", async () => {
    const answer = await clientOf().lookUp("m5v3l9");
    expect(replay.requests).toEqual(["/postcodes/M5V3L9/"]);
    expect(answer).toMatchObject({ code: "M5V3L9", city: "Toronto", representatives_concordance: [] });
    expect(answer?.representatives_centroid).toHaveLength(4);
  });

  it("knows nothing of a code that answers 404 with HTML", async () => {
    expect(await clientOf().lookUp("T5J2R7")).toBeNull();
  });

  it.each([
    ["503", replayTrouble.busy503, 3],
    ["429", replayTrouble.tooMany429, 3],
    ["silence", replayTrouble.never, 3],
    ["a dropped connection", replayTrouble.dropped, 3],
    ["malformed JSON", replayTrouble.malformed, 1],
    ["HTML with status 200", replayTrouble.html200, 1],
  ])("says the service cannot be reached on %s", async (_what, code, calls) => {
    expect(await failureOf(clientOf().lookUp(code))).toEqual(["UPSTREAM", "representative.unreachable"]);
    expect(replay.requests).toHaveLength(calls);
  });

  it("recovers when the second try is answered", async () => {
    expect((await clientOf().lookUp(replayTrouble.busyOnce))?.code).toBe(replayTrouble.busyOnce);
    expect(replay.requests).toHaveLength(2);
  });

  it("waits as long as a 429 asks before it tries again", async () => {
    const waits: number[] = [];
    await failureOf(clientOf({ random: () => 0, sleep: async (ms) => waits.push(ms) }).lookUp(replayTrouble.tooMany429));
    expect(waits).toEqual([1000, 1000]);
  });
});

describe("lists", () => {
  it("reads a whole council page by page, by the service's relative addresses", async () => {
    const people = await clientOf().listCouncil("toronto-city-council");
    expect(people?.map(({ last_name: name }) => name)).toHaveLength(13);
    expect(replay.requests).toEqual([
      "/representatives/toronto-city-council/?limit=100",
      "/representatives/toronto-city-council/?limit=100&offset=5",
      "/representatives/toronto-city-council/?limit=100&offset=10",
    ]);
  });

  it("knows nothing of a council that answers 404", async () => {
    expect(await clientOf().listCouncil("nowhere-council")).toBeNull();
  });

  it("leaves private sets out", async () => {
    const sets = await clientOf().listSets();
    expect(sets.map(({ slug }) => slug)).toContain("toronto-city-council");
    expect(sets.some(({ slug }) => slug.startsWith("campaign-set-"))).toBe(false);
  });

  it("asks what holds a point and who represents it", async () => {
    const point = { latitude: 48.38, longitude: -89.25 };
    expect((await clientOf().boundariesAt(point)).map(({ name }) => name)).toContain("Thunder Bay—Superior North");
    expect((await clientOf().peopleAt(point)).map(({ name }) => name)).toEqual(["Noémie Castonguay-Bell", "Ole Kivelä"]);
    expect(replay.requests).toEqual(["/boundaries/?contains=48.38,-89.25&limit=100", "/representatives/?point=48.38,-89.25&limit=100"]);
  });

  it("brings a district's outline, and null where there is none", async () => {
    const key = "federal-electoral-districts-2023-representation-order/35110";
    expect(await clientOf().shapeOf(key)).toMatchObject({ type: "MultiPolygon" });
    expect(await clientOf().shapeOf("edmonton-wards/karhiio")).toBeNull();
  });

  it("follows no address outside the service", async () => {
    const asked: string[] = [];
    const answer = (url: unknown) => {
      asked.push(String(url));
      const body = JSON.stringify({ objects: [], meta: { next: "//elsewhere.example/representatives/" } });
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    };
    expect(await clientOf({ fetch: answer }).listCouncil("x")).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe("sparing the service", () => {
  it("stays away after five failures in a row and tries one call after half a minute", async () => {
    let time = 0;
    const client = clientOf({ now: () => time });
    for (let n = 0; n < 5; n += 1) await failureOf(client.lookUp(replayTrouble.malformed));
    replay.requests.length = 0;
    expect(await failureOf(client.lookUp("M5V3L9"))).toEqual(["UPSTREAM", "representative.unreachable"]);
    expect(replay.requests).toEqual([]);
    time = 30_001;
    expect((await client.lookUp("M5V3L9"))?.code).toBe("M5V3L9");
  });

  it("asks the limiter before every call, waits for its turn, and gives up when the wait is too long", async () => {
    let refusals = 2;
    const waits: number[] = [];
    const slow = { take: async () => ({ allowed: refusals-- <= 0, retryAfterSeconds: 2 }) };
    expect((await clientOf({ limiter: slow, random: () => 0, sleep: async (ms) => waits.push(ms) }).lookUp("M5V3L9"))?.code).toBe("M5V3L9");
    expect(waits).toEqual([2000, 2000]);
    const closed = { take: async () => ({ allowed: false, retryAfterSeconds: 60 }) };
    expect(await failureOf(clientOf({ limiter: closed }).lookUp("M5V3L9"))).toEqual(["UPSTREAM", "representative.busy"]);
  });

  it("never allows more than 55 calls in any 60 seconds", async () => {
    let time = 3_900;
    const calls: number[] = [];
    const counts = new Map<number, number>();
    const fixedWindows = {
      take: async (_key: string, rule: { limit: number; windowSeconds: number }) => {
        const window = Math.floor(time / 1000 / rule.windowSeconds);
        const used = counts.get(window) ?? 0;
        if (used >= rule.limit) return { allowed: false, retryAfterSeconds: (window + 1) * rule.windowSeconds - time / 1000 };
        counts.set(window, used + 1);
        calls.push(time);
        return { allowed: true, retryAfterSeconds: 0 };
      },
    };
    const answer = () => Promise.resolve(new Response("", { status: 404 }));
    const client = clientOf({ limiter: fixedWindows, fetch: answer, now: () => time, random: () => 0, sleep: async (ms) => (time += ms) });
    for (let n = 0; n < 200; n += 1) await client.lookUp("M5V3L9");
    const busiest = Math.max(...calls.map((start) => calls.filter((at) => at >= start && at < start + 60_000).length));
    expect(busiest).toBeLessThanOrEqual(55);
  });
});

describe("boundaries by name", () => {
  it("lists the sets with what they are about, to their end", async () => {
    const sets = await clientOf().listBoundarySets();
    expect(sets).toContainEqual({ slug: "toronto-wards-2018", name: "Toronto wards (2018)", domain: "Toronto, ON" });
    expect(replay.requests.length).toBeGreaterThan(1);
  });

  it("asks for a name in some sets or in all", async () => {
    const client = clientOf();
    expect((await client.searchBoundaries({ name: "fort york", sets: null })).length).toBeGreaterThan(3);
    const wards = await client.searchBoundaries({ name: "fort york", sets: ["toronto-wards-2018"] });
    expect(wards.map(({ external_id }) => external_id)).toEqual(["10"]);
    expect(replay.requests[0]).toBe("/boundaries/?name__icontains=fort+york&limit=200");
  });

  it("reads a boundary, who publishes it, and its outline", async () => {
    const client = clientOf();
    const key = "federal-electoral-districts-2023-representation-order/35110";
    expect(await client.boundaryOf(key)).toMatchObject({
      name: "Toronto Centre",
      start_date: "2024-04-23",
      metadata: { ED_NAMEF: "Toronto-Centre" },
    });
    expect(await client.boundarySetOf("toronto-wards-2018")).toMatchObject({ authority: "City of Toronto" });
    expect(await client.outlineOf(key)).toMatchObject({ isSimplified: false, outline: { type: "MultiPolygon" } });
    expect(await client.outlineOf("toronto-wards-2018/nowhere")).toBeNull();
    expect(await client.boundaryOf("toronto-wards-2018/nowhere")).toBeNull();
  });

  it("takes the simplified outline where the full one is too large, and does not call that a failure", async () => {
    const asked: string[] = [];
    const client = clientOf({
      fetch: (async (url: URL | string) => {
        asked.push(String(url).slice(replay.baseUrl.length));
        const body = String(url).endsWith("/shape") ? `"${"x".repeat(50_000_000)}"` : '{"type":"Polygon","coordinates":[]}';
        return new Response(body, { headers: { "content-type": "application/json" } });
      }) as typeof fetch,
    });
    expect(await client.outlineOf("a/b")).toEqual({ isSimplified: true, outline: { type: "Polygon", coordinates: [] } });
    expect(asked).toEqual(["/boundaries/a/b/shape", "/boundaries/a/b/simple_shape"]);
  });
});
