import type { Actor } from "@cml/domain/kernel";
import { aCampaign, anActor, actorOf, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { replyFiles } from "../src/http/reply-files";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

let actor: Actor;
let database: TestDb;
let app: FastifyInstance;
let campaign: Awaited<ReturnType<typeof aCampaign>>;
const key = "FEDERAL|ana ruiz|x & y";

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await app.register(replyFiles, { deps, actorOf: async () => actor });
  const owner = await aUser(database.db);
  campaign = await aCampaign(database.db, { createdByUserId: owner.id });
  await database.db.prisma.replyFacts.create({
    data: { campaignId: campaign.id, recipientKey: key, name: "Ana Ruiz", handedOver: 40, replies: 10, medianDays: 3.5 },
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const ofCampaign = () => app.inject(`/campaigns/${campaign.id}/replies.csv`);
const ofPerson = () => app.inject(`/representatives/replies.csv?who=${encodeURIComponent(key)}`);

it("gives the facts as files, in the reader's language", async () => {
  actor = { ...actorOf(await aUser(database.db, { role: "INFLUENCE_ADMIN" })), locale: "fr" };
  for (const answer of [await ofCampaign(), await ofPerson(), await app.inject("/representatives/replies.csv")]) {
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
      "no-store",
    ]);
    expect(answer.body.startsWith("\uFEFFCampagne,Nom,Fonction")).toBe(true);
    expect(answer.body).toContain("Ana Ruiz,,,,Inconnue,40,0,10,0.25");
  }
});

it("gives nothing of a campaign to whoever may not see it", async () => {
  const area = { areas: { influence: "edit" }, cutIds: null } as const;
  for (const [who, status, ownFile] of [
    [aStranger(), 401, 401],
    [anActor("USER"), 403, 403],
    [{ ...actorOf(await aUser(database.db)), permissions: area }, 404, 200],
  ] as const) {
    actor = who;
    expect((await ofCampaign()).statusCode).toBe(status);
    const person = await ofPerson();
    expect(person.statusCode).toBe(ownFile);
    expect(person.body).not.toContain("Ana Ruiz");
  }
});
