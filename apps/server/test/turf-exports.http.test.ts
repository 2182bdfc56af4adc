import type { Actor } from "@cml/domain/kernel";
import { createCutInput } from "@cml/domain/map";
import { createCut } from "@cml/services/map";
import { aLocation, anActor, aStranger, aUser, createTestDb, squareAround, testDeps, type TestDb, vancouver } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { turfExports } from "../src/http/turf-exports";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

let actor: Actor;
let database: TestDb;
let app: FastifyInstance;
let admin: Actor;
let walker = "";
let park = "";

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  admin = anActor("MAP_ADMIN", { userId: (await aUser(database.db, { role: "MAP_ADMIN" })).id });
  walker = (await aUser(database.db, { role: "USER" })).id;
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await app.register(turfExports, { deps, actorOf: async () => actor });
  await aLocation(database.db, {});
  const draw = (name: string, given: object) =>
    createCut(deps, admin, createCutInput.parse({ name, geometry: squareAround(vancouver), ...given }));
  park = (await draw("Around the park", { category: "NEIGHBORHOOD" })).id;
  await draw("=Ward, 1", { category: "WARD" });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const get = (url: string, who: Actor) => {
  actor = who;
  return app.inject({ url });
};
const limited = (cutIds: string[]) => anActor("USER", { userId: walker, permissions: { areas: { map: "view" }, cutIds } });

describe("turf as a file", () => {
  it("comes as CSV with a line for each, and as GeoJSON with its boundary, for those who see turf", async () => {
    const csv = await get("/exports/turf.csv", admin);
    expect(csv.statusCode).toBe(200);
    expect(csv.headers).toMatchObject({ "content-type": expect.stringContaining("text/csv"), "cache-control": "no-store" });
    expect(csv.headers["content-disposition"]).toMatch(/^attachment; filename="turf-\d{4}-\d\d-\d\d\.csv"$/);
    const lines = csv.body.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(csv.body).toContain("Around the park");
    expect(csv.body, "a spreadsheet must not reckon a name").not.toMatch(/(^|\n|,)"?=Ward/);
    const json = await get("/exports/turf.geojson", admin);
    const collection = JSON.parse(json.body) as { features: { properties: { name: string; doors: number }; geometry: { type: string } }[] };
    expect(collection.features.map(({ properties, geometry }) => [properties.name, properties.doors, geometry.type])).toEqual([
      ["=Ward, 1", 1, "Polygon"],
      ["Around the park", 1, "Polygon"],
    ]);
  });

  it("holds what the list shows: filtered by the address's words", async () => {
    const names = async (query: string) => (JSON.parse((await get(`/exports/turf.geojson?${query}`, admin)).body) as { features: { properties: { name: string } }[] }).features.map(({ properties }) => properties.name); // prettier-ignore
    expect(await names("q=park")).toEqual(["Around the park"]);
    expect(await names("category=WARD")).toEqual(["=Ward, 1"]);
    expect(await names("origin=official")).toEqual([]);
    expect(await names("category=nonsense&origin=%00")).toHaveLength(2);
  });

  it.each(["csv", "geojson"])("is refused to strangers and holds only one's own areas (%s)", async (format) => {
    const url = `/exports/turf.${format}`;
    expect((await get(url, aStranger())).statusCode).toBe(401);
    expect((await get(url, anActor("USER", { permissions: { areas: { influence: "edit" }, cutIds: null } }))).statusCode).toBe(403);
    expect((await get(url, anActor("INFLUENCE_ADMIN"))).statusCode).toBe(403);
    const own = await get(url, limited([park]));
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain("Around the park");
    expect(own.body).not.toContain("Ward, 1");
    expect((await get(url, limited([]))).statusCode).toBe(403);
  });
});
