import { representAnswerSchema } from "@cml/domain/influence";
import { aCampaign, createTestDb, testDeps, type TestDb } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import superjson from "superjson";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { buildApp } from "../src/app";
import { makeWebFixture } from "./web-fixture";

let database: TestDb;
let app: FastifyInstance;
const fixture = makeWebFixture();

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  app = await buildApp(deps, { web: fixture.web, trustProxy: ["loopback"] });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

const ask = async <T>(path: string, input: object, address = "203.0.113.7"): Promise<{ status: number; data: T }> => {
  const answer = await app.inject({
    method: "POST",
    url: `/trpc/public/${path}`,
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    payload: JSON.stringify(superjson.serialize(input)),
  });
  const { result, error } = answer.json<{ result?: { data: never }; error?: { json?: unknown } }>();
  return { status: answer.statusCode, data: (result === undefined ? error : superjson.deserialize(result.data)) as T };
};

const formOf = async (slug: string, given: object = {}) => {
  const input = encodeURIComponent(
    JSON.stringify(superjson.serialize({ campaignSlug: slug, postalCode: "M5V3L9", locale: "en", districts: [] })),
  );
  const found = await app.inject({ url: `/trpc/public/influence.representatives.lookUp?input=${input}` });
  const { targets } = superjson.deserialize<{ targets: { id: string }[] }>(found.json<{ result: { data: never } }>().result.data);
  return {
    submissionId: crypto.randomUUID(),
    campaignSlug: slug,
    postalCode: "m5v 3l9",
    targetIds: targets.map(({ id }) => id),
    name: "Ana Supporter",
    email: `ana-${crypto.randomUUID()}@example.com`,
    locale: "en",
    ...given,
  };
};

type Printed = { state: string; receiptToken: string; pdfUrl: string; letters: { pdfUrl: string }[] };

it("prints the letters of a receipt and of nobody else's, kept in no cache and told to no other site", async () => {
  const campaign = await aCampaign(database.db);
  const { data } = await ask<Printed>("influence.letters.submit", await formOf(campaign.slug, { method: "PRINT" }));
  expect(data.state).toBe("PRINTED");
  for (const url of [data.pdfUrl, data.letters[0]?.pdfUrl ?? ""]) {
    const pdf = await app.inject({ url });
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.headers["cache-control"]).toBe("no-store");
    expect(pdf.headers["referrer-policy"]).toBe("no-referrer");
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  }
  const foreign = [
    `/letters/print/${"x".repeat(43)}`,
    "/letters/print/short",
    `${data.pdfUrl}?letter=${crypto.randomUUID()}`,
    `${data.pdfUrl}?letter=1`,
  ];
  for (const url of foreign) expect((await app.inject({ url })).statusCode).toBe(404);
});

it("counts addresses behind the trusted proxy, and asks one that sends too many for a proof", async () => {
  const campaign = await aCampaign(database.db);
  const stateFrom = async (address: string) =>
    (await ask<{ state: string }>("influence.letters.submit", await formOf(campaign.slug), address)).data.state;
  const busy = [];
  for (let n = 0; n < 6; n += 1) busy.push(await stateFrom("198.51.100.20"));
  expect(busy).toEqual(["CONFIRM", "CONFIRM", "CONFIRM", "CONFIRM", "CONFIRM", "PROVE"]);
  expect(await stateFrom("198.51.100.21")).toBe("CONFIRM");
});

it.each([
  ["a line break in the name", { name: "Ana\r\nBcc: all@example.org" }],
  ["a line break in the street", { street: "12 Main\r\nBcc: all@example.org" }],
  ["a NUL in the personal sentence", { personal: "a\u0000b" }],
  ["a text of 20,001 characters", { message: "x".repeat(20_001) }],
  ["an address of its own choosing", { recipientEmail: "pm@example.org" }],
  ["a method nobody knows", { method: "FAX" }],
])("refuses %s", async (_what, given) => {
  const campaign = await aCampaign(database.db);
  expect((await ask("influence.letters.submit", await formOf(campaign.slug, given))).status).toBe(400);
});
