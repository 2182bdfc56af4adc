import { type Actor, systemActor } from "@cml/domain/kernel";
import { handInLetters } from "@cml/services/influence";
import { aCampaign, anActor, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handIn } from "../src/http/hand-in";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

let actor: Actor;
let owner: Actor;
let database: TestDb;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await app.register(handIn, { deps, actorOf: async () => actor });
  owner = anActor("INFLUENCE_ADMIN", { userId: (await aUser(database.db, { role: "INFLUENCE_ADMIN" })).id });
  const campaign = await aCampaign(database.db);
  await database.db.prisma.campaignEmail.createMany({
    data: ["Zoë", "Łukasz"].map((userName) => ({
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userName,
      recipientEmail: "clerk@city.example",
      recipientName: "Bo Clerk",
      emailMethod: "SMTP" as const,
      subject: "Safe streets",
      message: `Please.\n\n${userName}`,
    })),
  });
  const { at } = await handInLetters(deps, systemActor(), { campaignId: campaign.id, statuses: ["QUEUED"] });
  address = `/campaigns/${campaign.id}/hand-in/${at.getTime()}.pdf`;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

it("gives the bundle as one PDF, again and again", async () => {
  actor = owner;
  for (let time = 0; time < 2; time += 1) {
    const { statusCode, headers, rawPayload } = await app.inject(address);
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="letters-\d{4}-\d{2}-\d{2}\.pdf"$/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(rawPayload.toString("latin1").trimEnd().endsWith("%%EOF")).toBe(true);
  }
});

it("refuses strangers, staff of other areas and owners of other campaigns, and tells nothing", async () => {
  for (const [who, status] of [
    [aStranger(), 401],
    [anActor("MAP_ADMIN"), 403],
    [anActor("USER", { permissions: { areas: { influence: "view" }, cutIds: null } }), 403],
    [anActor("USER", { permissions: { areas: { influence: "edit" }, cutIds: null } }), 404],
  ] as const) {
    actor = who;
    const answer = await app.inject(address);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain("%PDF");
  }
});

it("knows no bundle of another moment", async () => {
  actor = owner;
  for (const wrong of ["1700000000000", "now", "99999999999999999"]) {
    expect((await app.inject(address.replace(/\d+\.pdf$/, `${wrong}.pdf`))).statusCode).toBe(404);
  }
});
