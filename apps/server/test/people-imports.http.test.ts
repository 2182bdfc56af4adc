import { systemActor } from "@cml/domain/kernel";
import { runImport } from "@cml/services/map";
import { actorOf, anUpload, aCut, aLocation, aUser, createTestDb, squareAround, type TestDb, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const near = { latitude: 49.28, longitude: -123.12 };
const file =
  "VANID,FirstName,LastName,PreferredEmail,Address,City\n1,Marie,Tremblay,marie@example.org,1 Alexander St,Vancouver\n2,Jo,Far,,999 Nowhere Cres,Vancouver\n";

const makeDeps = (db: TestDb["db"]) => testDeps({ db });

let database: TestDb;
let app: FastifyInstance;
let deps: ReturnType<typeof makeDeps>;
let organiser: Awaited<ReturnType<typeof aUser>>;
let staff: string;
let importId: string;
/** Everybody else who may sign in, with what they may do. */
let others: Record<string, string>;
let uploads: Record<string, string>;

const query = (path: string, input: object, cookie?: string) =>
  app.inject({
    url: `/trpc/admin/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`,
    headers: cookie === undefined ? {} : { cookie },
  });
const mutate = (path: string, input: object, cookie?: string) =>
  app.inject({ method: "POST", url: `/trpc/admin/${path}`, payload: { json: input }, headers: cookie === undefined ? {} : { cookie } });
const dataOf = <T>(answer: { body: string }): T => (JSON.parse(answer.body) as { result: { data: { json: T } } }).result.data.json;
const given = (uploadKey: string) => ({ kind: "people", uploadKey, fileName: "riding.csv", source: "riding", people: null });

beforeAll(async () => {
  database = await createTestDb();
  const { db } = database;
  deps = makeDeps(db);
  app = await buildApp(deps, { web: fixture.web });
  organiser = await aUser(db, { role: "MAP_ADMIN" });
  await aLocation(db, { text: "1 Alexander St, Vancouver, BC", ...near });
  const turf = await aCut(db, { name: "Turf", geometry: squareAround(near, 0.005) });
  const people = {
    "influence staff": await aUser(db, { role: "INFLUENCE_ADMIN" }),
    "a volunteer": await aUser(db),
    "map staff of one turf": await aUser(db, { permissions: { areas: { map: "edit" }, cutIds: [turf] } }),
  };
  staff = await signIn(app, organiser);
  others = {};
  uploads = {};
  for (const [who, user] of Object.entries(people)) {
    others[who] = await signIn(app, user);
    uploads[who] = await anUpload(deps.storage, { actor: actorOf(user), bytes: file });
  }
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

describe("a list of people", () => {
  it("is shown to map staff as it would land, and the import leaves a line about who and what", async () => {
    const uploadKey = await anUpload(deps.storage, { actor: actorOf(organiser), bytes: file });
    const answer = await query("map.imports.preview", given(uploadKey), staff);
    expect(answer.statusCode).toBe(200);
    expect(dataOf(answer)).toMatchObject({
      people: { preset: "van" },
      rows: [
        { label: "Marie Tremblay", match: { reason: null } },
        { label: "Jo Far", match: { reason: "notFound" } },
      ],
    });
    const begun = await mutate("map.imports.create", given(uploadKey), staff);
    expect(begun.statusCode).toBe(200);
    importId = dataOf<{ id: string }>(begun).id;
    await runImport(deps, systemActor(), { importId });
    expect((await app.inject({ url: `/imports/${importId}/rejected.csv`, headers: { cookie: staff } })).body).toContain("Nowhere");
    const lines = await database.db.prisma.auditEntry.findMany({ where: { entityId: importId }, orderBy: { id: "asc" } });
    expect(lines).toMatchObject([
      { action: "people.import", actorUserId: organiser.id, facts: { source: "riding", comparison: false } },
      { action: "people.export-rejected", actorUserId: organiser.id, facts: { rows: 1 } },
    ]);
    expect(JSON.stringify(lines)).not.toContain("Marie");
  });

  it("is nothing to anybody else, file, run, refused rows and queue", async () => {
    const { body } = await query("map.unmatched.list", {}, staff);
    const [waits] = dataOf<{ items: { id: string }[] }>({ body }).items;
    const decision = { id: waits!.id, decision: { kind: "setAside" } };
    const tries = (who: string | null) => {
      const cookie = who === null ? undefined : others[who];
      const uploadKey = who === null ? "uploads/x" : uploads[who]!;
      return [
        query("map.imports.preview", given(uploadKey), cookie),
        mutate("map.imports.create", given(uploadKey), cookie),
        app.inject({ url: `/imports/${importId}/rejected.csv`, headers: cookie === undefined ? {} : { cookie } }),
        query("map.unmatched.list", {}, cookie),
        mutate("map.unmatched.resolve", decision, cookie),
        mutate("map.unmatched.runs.start", { confidence: 85 }, cookie),
        mutate("map.unmatched.undo", { id: waits!.id }, cookie),
      ];
    };
    for (const who of [null, ...Object.keys(others)])
      for (const answer of await Promise.all(tries(who))) {
        expect(answer.statusCode, who ?? "a stranger").toBe(who === null ? 401 : 403);
        expect(answer.body).not.toMatch(/Marie|Nowhere|Far/);
      }
    expect(await database.db.prisma.unmatchedPerson.findUnique({ where: { id: waits!.id } })).toMatchObject({ resolvedAt: null });
    expect(await database.db.prisma.importRun.count()).toBe(1);
  });

  it("of somebody else's upload is not looked into", async () => {
    const uploadKey = uploads["a volunteer"]!;
    expect((await query("map.imports.preview", given(uploadKey), staff)).statusCode).toBe(404);
  });
});
