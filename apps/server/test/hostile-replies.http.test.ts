import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { officeRefOf } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { approveResponse, rejectResponse, settleResponse } from "@cml/services/influence";
import { aCampaign, actorOf, aUser, createTestDb, type TestDb, testConfig, testDeps, testPassword } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "cml-replies-"));
let database: TestDb;
let app: FastifyInstance;
let deps: ReturnType<typeof makeDeps>;
let campaign: Awaited<ReturnType<typeof aCampaign>>;
const makeDeps = (db: TestDb["db"]) => testDeps({ db, config: { ...testConfig, dataDir } });

beforeAll(async () => {
  database = await createTestDb();
});
afterEach(() => app.close());
afterAll(async () => {
  await database.drop();
  fixture.remove();
  fs.rmSync(dataDir, { recursive: true });
});
// Limits and clock of its own for each test.
beforeEach(async () => {
  deps = makeDeps(database.db);
  app = await buildApp(deps, { web: fixture.web });
  campaign = await aCampaign(database.db, { showResponseWall: true });
});

type Call = { cookie?: string; from?: string; locale?: "en" | "fr" };
const call = (name: string, input: object, { cookie, from = "203.0.113.1", locale = "en" }: Call = {}) =>
  app.inject({
    method: "POST",
    url: `/trpc/public/influence.${name}`,
    payload: { json: input },
    remoteAddress: from,
    headers: { "x-locale": locale, ...(cookie === undefined ? {} : { cookie }) },
  });
const ask = (name: string, input: object, { from = "203.0.113.1" }: Call = {}) =>
  app.inject({ url: `/trpc/public/influence.${name}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`, remoteAddress: from });
const told = (answer: { body: string }) => JSON.parse(answer.body) as { result: { data: { json: Record<string, unknown> } } };
const stateOf = (answer: { body: string }) => told(answer).result.data.json["state"];
const plain = (answer: { body: string }) =>
  expect(answer.body).not.toMatch(/node_modules|\bat \S+ \(|SELECT |INSERT INTO|prisma|postgres|\/src\/|"stack"/i);

const aForm = (given: object = {}) => ({
  submissionId: crypto.randomUUID(),
  campaignSlug: campaign.slug,
  about: { kind: "TYPED", name: "Noor Whitfield", level: "FEDERAL" },
  type: "EMAIL",
  text: "I will vote for it.",
  name: "Kofi Lam",
  email: `kofi-${crypto.randomUUID()}@home.example`,
  locale: "en",
  ...given,
});

/** A response on the wall, as if it had gone through everything. */
const onWall = async (given: object = {}) => {
  const sent = await call("responses.submit", aForm(), { from: `198.51.100.${String(Math.floor(Math.random() * 250))}` });
  expect(sent.statusCode, sent.body).toBe(200);
  const { id } = await database.db.prisma.representativeResponse.findFirstOrThrow({
    where: { campaignId: campaign.id },
    orderBy: { createdAt: "desc" },
  });
  const now = deps.clock.now();
  return database.db.prisma.representativeResponse.update({
    where: { id },
    data: { status: "APPROVED", confirmedAt: now, moderatedAt: now, ...given },
  });
};

/** Of the newest mail of a kind to somebody: ids are made in order. */
const variablesOf = async (templateKey: string, toEmail: string): Promise<Record<string, string>> => {
  const mail = await database.db.prisma.templateMail.findFirstOrThrow({ where: { templateKey, toEmail }, orderBy: { id: "desc" } });
  return mail.variables as Record<string, string>;
};
const tokenOf = (link = ""): string => new URL(link).pathname.split("/").at(-1) ?? "";
const forgeries = (token: string): string[] => [
  token.slice(0, -1) + (token.endsWith("a") ? "b" : "a"),
  token.slice(0, -1),
  `${token}0`,
  token.split("").reverse().join(""),
  "0".repeat(64),
  "../../../../etc/passwd",
  "%00".repeat(20),
  "' OR 1=1 --".padEnd(40, "x"),
  "",
];

describe("fifty accounts from one address", () => {
  const accounts = async (): Promise<string[]> => {
    const cookies: string[] = [];
    for (let number = 0; number < 50; number += 1) {
      const { email } = await aUser(database.db);
      // Signed in at home, each from an address of her own.
      const answer = await app.inject({
        method: "POST",
        url: "/trpc/admin/auth.sessions.signIn",
        payload: { json: { email, password: testPassword } },
        remoteAddress: `10.0.0.${String(number + 1)}`,
      });
      const [cookie] = answer.cookies;
      if (cookie === undefined) throw new Error(answer.body);
      cookies.push(`${cookie.name}=${cookie.value}`);
    }
    return cookies;
  };

  it("count once each, however often and at once they press, and moderators are told", async () => {
    const { id } = await onWall();
    const cookies = await accounts();
    const press = (cookie: string) => call("responses.upvote", { responseId: id, locale: "en" }, { cookie, from: "203.0.113.50" });
    const answers = await Promise.all([...cookies, ...cookies].map(press));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 200)).toEqual([]);
    expect(await database.db.prisma.responseUpvote.count({ where: { responseId: id } })).toBe(50);
    expect(await database.db.prisma.representativeResponse.findUnique({ where: { id } })).toMatchObject({ upvoteCount: 50 });
    const moderator = await aUser(database.db, { role: "INFLUENCE_ADMIN" });
    const signedIn = await app.inject({
      method: "POST",
      url: "/trpc/admin/auth.sessions.signIn",
      payload: { json: { email: moderator.email, password: testPassword } },
    });
    const [cookie] = signedIn.cookies;
    const signs = await app.inject({
      url: `/trpc/admin/influence.responses.oddUpvotes?input=${encodeURIComponent(JSON.stringify({ json: { responseIds: [id] } }))}`,
      headers: { cookie: `${cookie?.name ?? ""}=${cookie?.value ?? ""}` },
    });
    expect(told(signs).result.data.json).toEqual([{ responseId: id, fromOneAddress: 50 }]);
    for (const one of cookies.slice(0, 10)) await call("responses.takeBackUpvote", { responseId: id }, { cookie: one });
    expect(await database.db.prisma.representativeResponse.findUnique({ where: { id } })).toMatchObject({ upvoteCount: 40 });
  });

  it("without an account count nothing before their mailed links are used, and are asked for work and then to wait", async () => {
    const { id } = await onWall();
    const states: unknown[] = [];
    for (let number = 0; number < 50; number += 1) {
      const answer = await call("responses.upvote", {
        responseId: id,
        device: `device-${String(number)}`.padEnd(40, "x"),
        email: `voter-${String(number)}@home.example`,
        locale: "en",
      });
      states.push(answer.statusCode === 429 ? "WAIT" : stateOf(answer));
    }
    expect(new Set(states)).toEqual(new Set(["CONFIRM", "PROVE", "WAIT"]));
    expect(states.filter((state) => state === "CONFIRM").length).toBeLessThanOrEqual(6);
    expect(await database.db.prisma.responseUpvote.count({ where: { responseId: id } })).toBe(0);
    expect(await database.db.prisma.templateMail.count({ where: { templateKey: "upvote-confirmation" } })).toBeLessThanOrEqual(6);
  });

  it("bring no more responses than people would, each with a proof of work, and none is seen before its link is used", async () => {
    const before = await database.db.prisma.representativeResponse.count();
    const states: unknown[] = [];
    for (let number = 0; number < 50; number += 1) {
      const answer = await call("responses.submit", aForm());
      states.push(answer.statusCode === 429 ? "WAIT" : stateOf(answer));
    }
    expect(states.filter((state) => state === "CONFIRM").length).toBeLessThanOrEqual(6);
    expect(states.at(-1)).toBe("WAIT");
    const rows = await database.db.prisma.representativeResponse.findMany({ where: { campaignId: campaign.id } });
    expect((await database.db.prisma.representativeResponse.count()) - before).toBe(rows.length);
    expect(rows.every(({ confirmedAt, status }) => confirmedAt === null && status === "PENDING")).toBe(true);
    const wall = await ask("responses.wall", { campaignSlug: campaign.slug });
    expect(told(wall).result.data.json).toMatchObject({ state: "GATHERING", items: [] });
    for (const { id } of rows) expect((await ask("responses.onWall", { campaignSlug: campaign.slug, id })).statusCode).toBe(404);
    expect((await call("responses.submit", aForm({ trap: "https://spam.example" }), { from: "203.0.113.99" })).body).toContain("PROVE");
  });
});

describe("mailed links", () => {
  it("of a submitter: read without effect, used once, forged never, over after a week", async () => {
    await call("responses.submit", aForm({ email: "early@home.example" }));
    const token = tokenOf((await variablesOf("response-confirmation", "early@home.example"))["CONFIRM_URL"]);
    const row = () => database.db.prisma.representativeResponse.findFirstOrThrow({ where: { campaignId: campaign.id } });
    expect(stateOf(await ask("responses.pending", { token }))).toBe("WAITING");
    expect((await row()).confirmedAt).toBeNull();
    for (const forged of forgeries(token)) {
      const answer = await call("responses.confirm", { token: forged }, { from: "203.0.113.2" });
      expect([400, 404], answer.body).toContain(answer.statusCode);
      plain(answer);
    }
    // A link of another kind, though ours.
    expect((await call("responses.confirmUpvote", { token })).statusCode).toBe(404);
    expect((await row()).confirmedAt).toBeNull();
    const used = await Promise.all([1, 2, 3].map(() => call("responses.confirm", { token })));
    expect(used.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const { confirmedAt } = await row();
    deps.clock.advance(60_000);
    await call("responses.confirm", { token });
    expect((await row()).confirmedAt).toEqual(confirmedAt);

    await call("responses.submit", aForm({ email: "late@home.example" }), { from: "203.0.113.3" });
    const late = tokenOf((await variablesOf("response-confirmation", "late@home.example"))["CONFIRM_URL"]);
    deps.clock.advance(8 * 86_400_000);
    const over = await call("responses.confirm", { token: late }, { locale: "fr" });
    expect([404, 409]).toContain(over.statusCode);
    expect(await database.db.prisma.representativeResponse.count({ where: { submittedByEmail: "late@home.example", confirmedAt: { not: null } } })).toBe(0); // prettier-ignore
  });

  it("of a voter: one upvote however often, forged never, over after three days", async () => {
    const { id } = await onWall();
    const voter = { responseId: id, device: "d".repeat(40), email: "voter@home.example", locale: "en" };
    expect(stateOf(await call("responses.upvote", voter))).toBe("CONFIRM");
    const token = tokenOf((await variablesOf("upvote-confirmation", voter.email))["CONFIRM_URL"]);
    const count = async () => (await database.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id } })).upvoteCount;
    for (const forged of forgeries(token)) {
      const answer = await call("responses.confirmUpvote", { token: forged }, { from: "203.0.113.2" });
      expect([400, 404], answer.body).toContain(answer.statusCode);
    }
    expect(stateOf(await ask("responses.pendingUpvote", { token }))).toBe("WAITING");
    expect(await count()).toBe(0);
    await Promise.all([1, 2, 3].map((number) => call("responses.confirmUpvote", { token, device: String(number).repeat(40) })));
    expect(await count()).toBe(1);
    // The same person from another browser, and from this one again.
    await call("responses.upvote", { ...voter, device: "e".repeat(40) });
    const again = tokenOf((await variablesOf("upvote-confirmation", voter.email))["CONFIRM_URL"]);
    await call("responses.confirmUpvote", { token: again, device: "e".repeat(40) });
    await call("responses.upvote", voter);
    expect(await count()).toBe(1);

    await call("responses.upvote", { ...voter, device: "f".repeat(40), email: "late@home.example" });
    const late = tokenOf((await variablesOf("upvote-confirmation", "late@home.example"))["CONFIRM_URL"]);
    deps.clock.advance(4 * 86_400_000);
    expect([404, 409]).toContain((await call("responses.confirmUpvote", { token: late })).statusCode);
    expect(await count()).toBe(1);
  });

  it("of an office: asked once, decided by a button alone, forged never, over after thirty days", async () => {
    const { id } = await onWall({ status: "PENDING", askOffice: true, representativeEmail: "mp@parliament.example" });
    const moderator = actorOf(await aUser(database.db, { role: "INFLUENCE_ADMIN" }));
    const { changeId } = await approveResponse(deps, moderator, { id });
    await Promise.all([1, 2, 3].map(() => settleResponse(deps, systemActor(), { responseId: id, changeId })));
    expect(await database.db.prisma.templateMail.count({ where: { toEmail: "mp@parliament.example" } })).toBe(1);
    const token = tokenOf((await variablesOf("response-verification", "mp@parliament.example"))["VERIFY_URL"]);
    const row = () => database.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(await row())).not.toContain(token);
    expect(stateOf(await ask("offices.question", { token }))).toBe("WAITING");
    for (const forged of forgeries(token)) {
      const answer = await call("offices.answerQuestion", { token: forged, answer: "CONFIRM" }, { from: "203.0.113.2" });
      expect([400, 404], answer.body).toContain(answer.statusCode);
      plain(answer);
    }
    expect(await row()).toMatchObject({ isVerified: false, disputedAt: null });
    expect((await call("offices.answerQuestion", { token, answer: "CONFIRM" })).statusCode).toBe(200);
    await call("offices.answerQuestion", { token, answer: "CONFIRM" });
    expect(await row()).toMatchObject({ isVerified: true, verifiedBy: "mp@parliament.example", proofSeenAt: null });
    expect(await database.db.prisma.responseChange.count({ where: { responseId: id, kind: "CONFIRMED" } })).toBe(1);
    deps.clock.advance(31 * 86_400_000);
    const over = await call("offices.answerQuestion", { token, answer: "REPORT", reason: "We never wrote this." });
    expect(over.statusCode).toBe(409);
    expect(await row()).toMatchObject({ isVerified: true, status: "APPROVED", disputedAt: null });
  });

  it("of an office bring nothing onto the wall that moderators took down", async () => {
    const { id } = await onWall({ status: "PENDING", askOffice: true, representativeEmail: "clerk@parliament.example" });
    const moderator = actorOf(await aUser(database.db, { role: "INFLUENCE_ADMIN" }));
    const { changeId } = await approveResponse(deps, moderator, { id });
    await settleResponse(deps, systemActor(), { responseId: id, changeId });
    const token = tokenOf((await variablesOf("response-verification", "clerk@parliament.example"))["VERIFY_URL"]);
    const status = async () => (await database.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id } })).status;
    // Reported and taken back while it stood there: back it is.
    await call("offices.answerQuestion", { token, answer: "REPORT", reason: "Not ours." });
    expect(await status()).toBe("REJECTED");
    await call("offices.answerQuestion", { token, answer: "CONFIRM" });
    expect(await status()).toBe("APPROVED");
    deps.clock.advance(1_000);
    await rejectResponse(deps, moderator, { id, reason: "It insults people." });
    deps.clock.advance(1_000);
    await call("offices.answerQuestion", { token, answer: "REPORT", reason: "Not ours." });
    expect((await call("offices.answerQuestion", { token, answer: "CONFIRM" })).statusCode).toBe(200);
    expect(await status()).toBe("REJECTED");
  });

  it("into an office's page: mailed to its own address alone, used once, forged never, over after a day, good for one office", async () => {
    const anOffice = async (name: string) => {
      const id = crypto.randomUUID();
      const email = `${name.toLowerCase()}@parliament.example`;
      const office = { id, campaignId: campaign.id, recipientKey: `FEDERAL|${name}|${name}`, name, email, createdAt: deps.clock.now() };
      await database.db.prisma.officeAccess.create({ data: office });
      return { id, email, ref: officeRefOf(id, (text) => deps.secrets.keyedHash("office-ref", text)) };
    };
    const [noor, ines] = [await anOffice("Noor"), await anOffice("Ines")];
    for (const forged of [
      `${noor.ref.slice(0, -1)}${noor.ref.endsWith("0") ? "1" : "0"}`,
      `${noor.ref.slice(0, 22)}.${ines.ref.slice(23)}`,
      `${noor.ref} `,
      "x",
    ])
      // prettier-ignore
      expect([400, 404]).toContain((await call("offices.mailWayIn", { ref: forged, locale: "en" }, { from: "203.0.113.8" })).statusCode);
    await call("offices.mailWayIn", { ref: noor.ref, locale: "en" });
    const token = tokenOf((await variablesOf("office-way-in", noor.email))["OFFICE_URL"]);
    // Looked at by a scanner of links, then taken to another office, then forged.
    expect((await ask("offices.wayIn", { ref: noor.ref, token })).statusCode).toBe(200);
    expect((await call("offices.enter", { ref: ines.ref, token })).statusCode).toBe(404);
    for (const forged of forgeries(token))
      expect([400, 404]).toContain((await call("offices.enter", { ref: noor.ref, token: forged }, { from: "203.0.113.2" })).statusCode);
    const entered = await Promise.all([1, 2, 3].map(() => call("offices.enter", { ref: noor.ref, token })));
    expect(entered.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404]);
    const ticket = String(told(entered.find(({ statusCode }) => statusCode === 200) ?? { body: "" }).result.data.json["ticket"]);
    expect((await ask("offices.page", { ref: noor.ref, ticket })).statusCode).toBe(200);

    const answer = { subject: "Trees", text: "We will plant them in the spring of next year.", locale: "en" };
    for (const crooked of [ticket.slice(0, -4), `${ticket}AAAA`, "sealed:e30", Buffer.from("{}").toString("base64url"), "x".repeat(80)]) {
      const refused = await call("offices.answer", { ref: noor.ref, ticket: crooked, ...answer }, { from: "203.0.113.5" });
      expect([400, 401], refused.body).toContain(refused.statusCode);
      plain(refused);
    }
    expect((await call("offices.answer", { ref: ines.ref, ticket, ...answer })).statusCode).toBe(401);
    expect(await database.db.prisma.officeAnswer.count({ where: { campaignId: campaign.id } })).toBe(0);
    await database.db.prisma.officeAccess.update({ where: { id: noor.id }, data: { email: "successor@parliament.example" } });
    expect((await call("offices.answer", { ref: noor.ref, ticket, ...answer })).statusCode).toBe(401);
    await database.db.prisma.officeAccess.update({ where: { id: noor.id }, data: { email: noor.email } });
    deps.clock.advance(13 * 3_600_000);
    expect((await call("offices.answer", { ref: noor.ref, ticket, ...answer })).statusCode).toBe(401);

    await call("offices.mailWayIn", { ref: ines.ref, locale: "fr" });
    const late = tokenOf((await variablesOf("office-way-in", ines.email))["OFFICE_URL"]);
    deps.clock.advance(25 * 3_600_000);
    expect((await call("offices.enter", { ref: ines.ref, token: late })).statusCode).toBe(404);
  });
});
