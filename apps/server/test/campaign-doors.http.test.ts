import fs from "node:fs";
import path from "node:path";
import type { Actor, UserActor } from "@cml/domain/kernel";
import { aCampaign, anActor, actorOf, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { campaignLetters } from "../src/http/campaign-letters";
import { campaignPreview } from "../src/http/campaign-preview";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";
import { makeWebFixture } from "./web-fixture";

let actor: Actor;
let database: TestDb;
let app: FastifyInstance;
let admin: UserActor;
let campaign: Awaited<ReturnType<typeof aCampaign>>;
const fixture = makeWebFixture();

beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db });
  const sendPage = createSendPage({ https: true });
  fs.writeFileSync(
    path.join(fixture.web.public, "server/entry-server.js"),
    `export const render = async ({ api, url, locale }) => {
       const campaign = await api.influence.campaigns.bySlug({ slug: "any", locale });
       const { total } = await api.influence.campaigns.list({ locale });
       return { status: 200, html: [url, campaign.title, campaign.isPreview, campaign.open, total].join("|") };
     };`,
  );
  app = Fastify();
  app.addContentTypeParser("application/x-www-form-urlencoded", (_request, _body, done) => done(null));
  app.setErrorHandler(createTellFailure(deps, sendPage));
  await app.register(campaignLetters, { deps, actorOf: async () => actor });
  await app.register(campaignPreview, { deps, folder: fixture.web.public, actorOf: async () => actor, sendPage });
  const owner = await aUser(database.db);
  admin = actorOf(await aUser(database.db, { role: "INFLUENCE_ADMIN" }));
  campaign = await aCampaign(database.db, { status: "DRAFT", createdByUserId: owner.id, title: "Night trains" });
  await database.db.prisma.campaignEmail.createMany({
    data: Array.from({ length: 2_500 }, (_, number) => ({
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userName: number === 0 ? '=HYPERLINK("https://bad.example")' : `Ana "${number}", Roy`,
      userEmail: `ana-${number}@example.org`,
      recipientEmail: "mp@parl.example",
      recipientName: "Noor Whitfield",
      emailMethod: "SMTP" as const,
      subject: "Trains",
      message: `Line one\nLine ${number}`,
      isTest: number === 2_499,
      // Many at one moment: the stream goes on by id.
      createdAt: new Date(Date.UTC(2026, 10, 1 + Math.floor(number / 1_700))),
    })),
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});
beforeEach(() => {
  actor = admin;
});

const file = () => app.inject(`/campaigns/${campaign.id}/letters.csv`);
const draw = (draft: unknown, fields: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/campaign-preview",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headersOf(fields) },
    payload: new URLSearchParams({ id: campaign.id, locale: "en", draft: JSON.stringify(draft), ...fields }).toString(),
  });
const headersOf = (fields: Record<string, string>) => (fields["from"] === undefined ? {} : { "sec-fetch-site": fields["from"] });

it("gives every letter once, without tests, as a file no spreadsheet runs, and writes down who took it", async () => {
  const { statusCode, headers, body } = await file();
  expect([statusCode, headers["content-type"], headers["cache-control"]]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
  expect(body.startsWith("\uFEFFWritten (UTC),Status,Way,Recipient,")).toBe(true);
  expect(new Set(body.match(/ana-\d+@example.org/g)).size).toBe(2_499);
  expect(body.match(/ana-\d+@example.org/g)).toHaveLength(2_499);
  expect(body).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
  const taken = await database.db.prisma.auditEntry.findMany({ where: { action: "campaign.exportLetters" } });
  expect(taken).toMatchObject([{ entityId: campaign.id, facts: { rows: 2_499, isWhole: true } }]);
});

it("names the columns in French to French readers", async () => {
  actor = { ...admin, locale: "fr" };
  expect((await file()).body).toContain("Écrite (UTC),État,Moyen");
});

it("gives letters to nobody who may not see the campaign, and tells nothing", async () => {
  const area = { areas: { influence: "edit" }, cutIds: null } as const;
  for (const [who, status] of [
    [aStranger(), 401],
    [anActor("USER"), 403],
    [anActor("MAP_ADMIN"), 403],
    [anActor("USER", { permissions: area }), 404],
  ] as const) {
    actor = who;
    const answer = await file();
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain("ana-1@");
    expect((await draw({})).statusCode).toBe(status);
  }
});

it("draws the page with what is not saved yet, in the asked language, and stores nothing", async () => {
  const french = await draw({ title: "Trains at night", translations: { fr: { title: "Trains de nuit" } } }, { locale: "fr" });
  expect(french.body).toBe(`/fr/c/${campaign.slug}|Trains de nuit|true|true|0`);
  expect(french.headers["cache-control"]).toBe("no-store");
  expect(french.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect((await draw({ endsAt: "2020-01-01T00:00:00.000Z" })).body).toContain("|Night trains|true|false|");
  expect(await database.db.prisma.campaign.findUnique({ where: { id: campaign.id } })).toMatchObject({
    title: "Night trains",
    endsAt: null,
  });
});

it("draws a campaign that was never saved", async () => {
  expect((await draw({ title: "New" }, { id: "" })).body).toBe("/en/c/preview|New|true|true|0");
});

it("refuses pages of other sites and what is no draft", async () => {
  expect((await draw({}, { from: "cross-site" })).statusCode).toBe(403);
  expect((await draw({ title: 7 })).statusCode).toBe(400);
  expect((await draw({}, { draft: "{" })).statusCode).toBe(400);
  expect((await draw({}, { locale: "de" })).statusCode).toBe(400);
  expect((await draw({}, { id: "../x" })).statusCode).toBe(404);
});
