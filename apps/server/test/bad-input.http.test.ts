import { adminRouter, canvassRouter, mediaRouter, publicRouter } from "@cml/routers";
import { createWorkerToken } from "@cml/services/auth";
import { actorOf, aCampaign, aCut, aLocation, anUpload, aShift, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { type HostileInput, hostileInputs } from "./hostile-inputs";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
let database: TestDb;
let app: FastifyInstance;
let headersOf: Record<string, Record<string, string>>;
let known: Record<string, string>;

beforeAll(async () => {
  database = await createTestDb();
  const { db } = database;
  const limiter = { take: async () => ({ allowed: true, retryAfterSeconds: 0, used: 1 }), reset: async () => {} };
  const deps = testDeps({ db, limiter });
  app = await buildApp(deps, { web: fixture.web, rateLimitFactor: 1_000_000 });
  const admin = await aUser(db, { role: "SUPER_ADMIN" });
  const cookie = await signIn(app, admin);
  const worker = await createWorkerToken(deps, actorOf(admin), { name: "attacker" });
  headersOf = { admin: { cookie }, public: { cookie }, canvass: { cookie }, media: { authorization: `Bearer ${worker.token}` } };
  const door = await aLocation(db);
  const cut = await aCut(db);
  const shift = await aShift(db, { cutId: cut });
  const campaign = await aCampaign(db);
  known = {
    campaigns: campaign.id,
    campaignSlug: campaign.slug,
    cuts: cut,
    cutId: cut,
    shifts: shift.id,
    shiftId: shift.id,
    locations: door.locationId,
    addressId: door.addressIds[0] ?? "",
    users: (await aUser(db)).id,
    userId: admin.id,
    uploadKey: await anUpload(deps.storage, { actor: actorOf(admin), bytes: "address,latitude,longitude\n1 Main St,49.2,-123.1\n" }),
  };
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

const surfaces = { admin: adminRouter, public: publicRouter, canvass: canvassRouter, media: mediaRouter };
const leaked = /node_modules|\bat \S+ \(|SELECT |INSERT INTO|prisma|invocation|postgres|\/home\/|\/src\/|stack"/i;

// One request carries ten attempts, as a batch; what is no JSON goes alone.
const send = async (surface: string, inputs: HostileInput[]) => {
  const [first] = inputs;
  if (first === undefined) return [];
  const alone = typeof first.body === "string" ? first.body : null;
  const batch = Object.fromEntries(
    inputs.map(({ body }, index) => [index, superjson.serialize(typeof body === "string" ? null : body.value)]),
  );
  const input = alone ?? JSON.stringify(batch);
  const url = `/trpc/${surface}/${inputs.map(() => first.path).join(",")}${alone === null ? "?batch=1" : ""}`;
  const headers = { ...headersOf[surface], "content-type": "application/json" };
  const answer = await (first.type === "query"
    ? app.inject({ url: `${url}${alone === null ? "&" : "?"}input=${encodeURIComponent(input)}`, headers })
    : app.inject({ method: "POST", url, payload: input, headers }));
  const told = answer.json<unknown>();
  return (Array.isArray(told) ? told : [told]).map((one: unknown, index) => ({ ...inputs[index], answer: JSON.stringify(one) }));
};

const batched = (inputs: HostileInput[]): HostileInput[][] => {
  const batches: HostileInput[][] = [];
  for (const input of inputs) {
    const last = batches.at(-1);
    const fits = last !== undefined && last.length < 10 && last[0]?.path === input.path && typeof last[0].body !== "string";
    if (fits && typeof input.body !== "string") last.push(input);
    else batches.push([input]);
  }
  return batches;
};

describe.each(Object.entries(surfaces))("the %s surface", (name, router) => {
  it("answers whatever is put into any field of any procedure, and tells what is wrong without a stack, SQL or a path", async () => {
    const inputs = [...hostileInputs(router, known)];
    const wrong: string[] = [];
    for (const batch of batched(inputs))
      for (const { path, what, answer } of await send(name, batch))
        if (/INTERNAL_SERVER_ERROR|"httpStatus":5/.test(answer) || leaked.test(answer))
          wrong.push(`${path}: ${what}: ${answer.slice(0, 300)}`);
    expect(wrong).toEqual([]);
    expect(inputs.length).toBeGreaterThan(100);
  }, 120_000);
});
