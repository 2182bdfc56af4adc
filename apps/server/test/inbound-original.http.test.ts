import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Actor } from "@cml/domain/kernel";
import { aCampaign, anActor, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";

import { afterAll, beforeAll, expect, it } from "vitest";
import { inboundOriginal } from "../src/http/inbound-original";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

let actor: Actor;
let owner: Actor;
let database: TestDb;
let app: FastifyInstance;
let raw: Buffer;
const [kept, emptied] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await app.register(inboundOriginal, { deps, actorOf: async () => actor });
  owner = anActor("USER", {
    userId: (await aUser(database.db, { role: "USER" })).id,
    permissions: { areas: { influence: "edit" }, cutIds: null },
  });
  const campaign = await aCampaign(database.db, { createdByUserId: owner.userId });
  const letterId = randomUUID();
  await database.db.prisma.campaignEmail.create({
    data: {
      id: letterId,
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      recipientEmail: "alex.roy@parl.example",
      recipientName: "Alex Roy",
      emailMethod: "SMTP",
      subject: "Safe streets",
      message: "Please.",
      status: "SENT",
    },
  });
  raw = await readFile(new URL("../../../tooling/fixtures/inbound-mail/reply-signed-letter.eml", import.meta.url));
  await deps.storage.put(`inbound/${kept}.eml`, raw, "message/rfc822");
  const mail = { letterId, kind: "REPLY" as const, subject: "Re: Safe streets", receivedAt: new Date() };
  await database.db.prisma.inboundMessage.createMany({
    data: [
      { ...mail, id: kept, dedupeKey: "a", rawKey: `inbound/${kept}.eml`, text: "Yes." },
      { ...mail, id: emptied, dedupeKey: "b", rawKey: null, text: null },
    ],
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

it("gives a mail as it came in, byte for byte, as a file that no browser shows", async () => {
  for (const who of [owner, anActor("INFLUENCE_ADMIN")]) {
    actor = who;
    const { statusCode, headers, rawPayload } = await app.inject(`/replies/${kept}.eml`);
    expect(statusCode).toBe(200);
    expect(rawPayload.equals(raw)).toBe(true);
    expect(headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="mail-${kept}.eml"`,
      "content-length": String(raw.length),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  }
});

it("says so when it is no longer kept", async () => {
  actor = owner;
  expect((await app.inject(`/replies/${emptied}.eml`)).statusCode).toBe(404);
  expect((await app.inject(`/replies/${randomUUID()}.eml`)).statusCode).toBe(404);
  expect((await app.inject("/replies/..%2f..%2fetc.eml")).statusCode).toBe(404);
});

it("refuses strangers, staff of other areas and owners of other campaigns, and tells nothing", async () => {
  for (const [who, status] of [
    [aStranger(), 401],
    [anActor("MAP_ADMIN"), 403],
    [anActor("USER", { userId: randomUUID(), permissions: { areas: { influence: "edit" }, cutIds: null } }), 404],
  ] as const) {
    actor = who;
    const { statusCode, body } = await app.inject(`/replies/${kept}.eml`);
    expect(statusCode).toBe(status);
    expect(body).not.toContain("Safe streets");
  }
});
