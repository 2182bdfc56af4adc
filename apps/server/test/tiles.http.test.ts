import { foldTileCounts, handOutTurf } from "@cml/services/map";
import { actorOf, aCut, aLocation, aShift, aUser, createTestDb, squareAround, type TestDb, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const near = { latitude: 49.28, longitude: -123.12 };
const far = { latitude: 49.2, longitude: -123.0 };
let database: TestDb;
let app: FastifyInstance;
let walker: string;
let staff: string;
let other: string;

// Slippy map arithmetic, so that the test asks for the tile a door stands in.
const tileAt = ({ latitude, longitude }: typeof near, z: number) => {
  const rad = (latitude * Math.PI) / 180;
  const x = Math.floor(((longitude + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2) * 2 ** z);
  return `${z}/${x}/${y}.mvt`;
};
const ask = (path: string, headers: Record<string, string> = {}) => app.inject({ url: `/tiles/${path}`, headers });

beforeAll(async () => {
  database = await createTestDb();
  const { db } = database;
  const deps = testDeps({ db });
  app = await buildApp(deps, { web: fixture.web });
  const organiser = await aUser(db, { role: "MAP_ADMIN" });
  await aLocation(db, { text: "1 Alexander St, Vancouver, BC", ...near });
  await aLocation(db, { text: "77 Faraway Ave, Vancouver, BC", ...far });
  const turf = await aCut(db, { name: "Turf of the walker", geometry: squareAround(near, 0.005) });
  await aCut(db, { name: "Turf of somebody else", geometry: squareAround(far, 0.005) });
  await aCut(db, { name: "Neighbourhood for all", geometry: squareAround(near, 0.02), isPublic: true });
  const shift = await aShift(db, { cutId: turf });
  const person = await aUser(db);
  await handOutTurf(deps, actorOf(organiser), { shiftId: shift.id, cutId: turf, userIds: [person.id] });
  await foldTileCounts(deps);
  walker = await signIn(app, person);
  staff = await signIn(app, organiser);
  other = await signIn(app, await aUser(db));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

describe("public tiles", () => {
  it("may be kept by anybody, and hold public areas but no door and no turf", async () => {
    const answer = await ask(`public/${tileAt(near, 16)}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      "content-type": "application/vnd.mapbox-vector-tile",
      "cache-control": expect.stringMatching(/^public, max-age=\d+/) as unknown,
      etag: expect.stringMatching(/^W\/"/) as unknown,
    });
    expect(answer.body).toContain("Neighbourhood for all");
    expect(answer.body).not.toMatch(/Alexander|Turf of|doors"|support/);
  });

  it("are the same for staff", async () => {
    const [stranger, admin] = await Promise.all([ask(`public/${tileAt(near, 16)}`), ask(`public/${tileAt(near, 16)}`, { cookie: staff })]);
    expect(admin.rawPayload.equals(stranger.rawPayload)).toBe(true);
  });

  it("are not sent again to who has them", async () => {
    const { etag } = (await ask(`public/${tileAt(near, 14)}`)).headers;
    const again = await ask(`public/${tileAt(near, 14)}`, { "if-none-match": String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });
});

describe("staff tiles", () => {
  it("are not given to strangers, nor to a forged token, in the person's language", async () => {
    const path = `staff/${tileAt(near, 16)}`;
    const answer = await ask(path, { "accept-language": "fr-CA" });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      error: { messageKey: "auth.signInFirst", message: expect.stringMatching(/connect/i) as unknown },
    });
    expect((await ask(path, { authorization: "Bearer forged" })).statusCode).toBe(401);
    expect((await ask(path, { cookie: "__Host-cml_session=forged" })).statusCode).toBe(401);
  });

  it("show organisers every door, for them alone", async () => {
    const answer = await ask(`staff/${tileAt(far, 16)}`, { cookie: staff });
    expect(answer.headers).toMatchObject({ "cache-control": "private, no-cache", vary: expect.stringContaining("cookie") as unknown });
    expect(answer.body).toMatch(/faraway/i);
  });

  it("show volunteers the doors of their own turf and of no other", async () => {
    expect((await ask(`staff/${tileAt(near, 16)}`, { cookie: walker })).body).toMatch(/alexander/i);
    const beyond = await ask(`staff/${tileAt(far, 16)}`, { cookie: walker });
    expect(beyond.body).not.toMatch(/faraway|somebody else/i);
    for (const place of [near, far]) {
      const nothing = await ask(`staff/${tileAt(place, 16)}`, { cookie: other });
      expect(nothing.body).not.toMatch(/alexander|faraway|Turf of/i);
    }
    // Gathered doors are a count of doors, so they follow the turf too.
    const [own, all] = await Promise.all([
      ask(`staff/${tileAt(far, 12)}`, { cookie: other }),
      ask(`staff/${tileAt(far, 12)}`, { cookie: staff }),
    ]);
    expect(own.rawPayload.length).toBeLessThan(all.rawPayload.length);
  });

  it("are what a filter of the table lets through, whatever else an address says", async () => {
    const tile = `staff/${tileAt(near, 16)}`;
    expect((await ask(`${tile}?q=Alexander&visited=no`, { cookie: staff })).body).toMatch(/alexander/i);
    expect((await ask(`${tile}?visited=yes`, { cookie: staff })).body).not.toMatch(/alexander/i);
    expect((await ask(`${tile}?support=9&visited[x]=1&q=${"%00".repeat(3)}`, { cookie: staff })).statusCode).toBeLessThan(500);
  });

  it("are packed for who can unpack them", async () => {
    const packed = await ask(`staff/${tileAt(near, 16)}`, { cookie: staff, "accept-encoding": "gzip" });
    expect(packed.headers.vary).toContain("accept-encoding");
    const bytes = packed.headers["content-encoding"] === "gzip" ? gunzipSync(packed.rawPayload) : packed.rawPayload;
    expect(bytes.includes("Alexander")).toBe(true);
  });

  it("never pass from one account to another by their ETag", async () => {
    const path = `staff/${tileAt(near, 16)}`;
    const { etag } = (await ask(path, { cookie: staff })).headers;
    expect((await ask(path, { cookie: staff, "if-none-match": String(etag) })).statusCode).toBe(304);
    expect((await ask(path, { cookie: walker, "if-none-match": String(etag) })).statusCode).toBe(200);
    expect((await ask(path, { "if-none-match": String(etag) })).statusCode).toBe(401);
  });
});

describe.each(["public", "staff"])("an address of a %s tile that is none", (kind) => {
  it.each([
    "23/0/0.mvt",
    "99999999999999999999/0/0.mvt",
    "1/2/0.mvt",
    "0/-1/0.mvt",
    "3/1.5/1.mvt",
    "3/NaN/Infinity.mvt",
    "3/1e3/1.mvt",
    "0x1/0/0.mvt",
    "3/%00/1.mvt",
    "3/..%2f..%2fetc/passwd.mvt",
    "3/'/1.mvt",
  ])("is bad input: %s", async (path) => {
    const answer = await ask(`${kind}/${path}`, { cookie: staff, "x-locale": "fr" });
    expect([400, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toMatch(/stack|node_modules|SELECT|prisma/i);
    expect(answer.json()).toMatchObject({ error: { requestId: answer.headers["x-request-id"] } });
  });
});
