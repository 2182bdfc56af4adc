import { randomUUID } from "node:crypto";
import { type Actor, systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { createImport, runImport } from "@cml/services/map";
import { anActor, anUpload, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rejectedRows } from "../src/http/rejected-rows";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

let actor: Actor;
let database: TestDb;
let app: FastifyInstance;
let address: string;

const file =
  'id,address,unit,lat,lng\n1,"10 Oak St, Vancouver, BC",,49.25,-123.1\n2,"=HYPERLINK(""https://bad.example"")",,,\n3,"11 Oak St, ""North""",,0,0\n';

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await app.register(rejectedRows, { deps, actorOf: async () => actor });
  const owner = anActor("MAP_ADMIN", { userId: (await aUser(database.db, { role: "MAP_ADMIN" })).id });
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: file });
  const { id } = await createImport(
    deps,
    owner,
    createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source: "list" }),
  );
  await runImport(deps, systemActor(), { importId: id });
  address = `/imports/${id}/rejected.csv`;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

it("gives map staff the rows that were not taken, as a file no spreadsheet runs", async () => {
  actor = anActor("MAP_ADMIN");
  const { statusCode, headers, body } = await app.inject(address);
  expect(statusCode).toBe(200);
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="rejected-.*\.csv"$/);
  expect(headers["cache-control"]).toBe("no-store");
  const [head, formula, outside, end] = body.split("\r\n");
  expect(head).toMatch(/^\uFEFFrow,reason,detail,/);
  expect(head?.split(",").slice(3).sort()).toEqual(["address", "id", "lat", "lng", "unit"]);
  expect(formula).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
  expect(outside).toContain(`"11 Oak St, ""North"""`);
  expect(end).toBe("");
});

it("names the reasons in French to French readers", async () => {
  actor = anActor("MAP_ADMIN", { locale: "fr" });
  expect((await app.inject(address)).body).not.toContain("coordinates");
});

it("refuses strangers, other staff and accounts limited to named areas, and tells nothing", async () => {
  for (const [who, status] of [
    [aStranger(), 401],
    [anActor("USER"), 403],
    [anActor("INFLUENCE_ADMIN"), 403],
    [anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [randomUUID()] } }), 403],
  ] as const) {
    actor = who;
    const answer = await app.inject(address);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain("Oak");
  }
});

it("says that an import does not exist", async () => {
  actor = anActor("MAP_ADMIN");
  expect((await app.inject(`/imports/${randomUUID()}/rejected.csv`)).statusCode).toBe(404);
  expect((await app.inject("/imports/1;DROP/rejected.csv")).statusCode).toBe(404);
});
