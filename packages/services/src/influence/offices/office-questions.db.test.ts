import { systemActor } from "@cml/domain/kernel";
import { answerOfficeQuestion, getOfficePage, getOfficeQuestion, writeOfficeReply } from "@cml/services/influence";
import { aCampaign, aStranger, createTestDb, type TestDb } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anOffice, aResponseOf, keyOf, mailsFrom, officeHouse, type OfficeHouse, tokenIn, variablesIn } from "../../../test/an-office";
import { askOfficeToConfirm } from "./ask-office-to-confirm";

let test: TestDb;
beforeEach(async () => {
  test = await createTestDb();
});
afterEach(() => test.drop());

const stranger = aStranger();
const system = systemActor();
const rowOf = (id: string) => test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id } });
const kindsOf = async (responseId: string) =>
  (await test.db.prisma.responseChange.findMany({ where: { responseId }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
    ({ kind }) => kind,
  );

describe("the question whether a response is the office's", () => {
  const asked = async (deps: OfficeHouse, given: object = {}) => {
    const campaign = await aCampaign(test.db, { showResponseWall: true });
    const office = await anOffice(test.db, campaign);
    const id = await aResponseOf(test.db, campaign, { office: office, ...given });
    const isAsked = await askOfficeToConfirm(deps, system, { responseId: id });
    const token = tokenIn((await variablesIn(test.db, "response-verification"))[0]?.["VERIFY_URL"]);
    return { id, isAsked, token, campaign };
  };
  const counted = async (campaignId: string) =>
    (await test.db.prisma.counterDelta.aggregate({ where: { entityId: campaignId, counter: "responseCount" }, _sum: { delta: true } }))._sum
      .delta;

  it("is mailed once, with the words as others see them", async () => {
    const deps = officeHouse(test.db);
    const { id, isAsked } = await asked(deps);
    expect(isAsked).toBe(true);
    expect(await askOfficeToConfirm(deps, system, { responseId: id })).toBe(false);
    const [mail, ...more] = await mailsFrom(test.db, "response-verification");
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toEmail: "jo.chen@parl.gc.ca" });
    expect(mail?.variables).toMatchObject({ RESPONSE_TEXT: "I vote for it. Call ████████████", SUBMITTED_BY: "Ana Roy" });
    expect(JSON.stringify(mail?.variables)).not.toContain("604");
    expect(await kindsOf(id)).toEqual(["ASKED_OFFICE"]);
  });

  it.each([
    ["not approved", { status: "PENDING" }],
    ["not wished", { askOffice: false }],
    ["without an address", { representativeEmail: null }],
    ["disputed", { disputedAt: new Date() }],
  ])("is not mailed for one that is %s", async (_what, given) => {
    const deps = officeHouse(test.db);
    expect((await asked(deps, given)).isAsked).toBe(false);
    expect(await mailsFrom(test.db, "response-verification")).toEqual([]);
  });

  it("names nobody who stays anonymous, and is asked in the office's own language", async () => {
    const deps = officeHouse(test.db);
    await test.db.prisma.representative.create({
      data: { postalCode: "V6A2S5", name: "Jo Chen", email: "Jo.Chen@parl.gc.ca", preferredLocale: "fr" },
    });
    const { token } = await asked(deps, { isAnonymous: true });
    const [mail] = await mailsFrom(test.db, "response-verification");
    expect(mail).toMatchObject({ locale: "fr" });
    expect(mail?.variables).not.toHaveProperty("SUBMITTED_BY");
    expect((mail?.variables as Record<string, string>)["REPORT_URL"]).toMatch(
      /^https:\/\/act\.example\.org\/fr\/office\/check\/[\w-]{43}\?answer=report$/,
    );
    expect(await getOfficeQuestion(deps, stranger, { token })).toMatchObject({ author: null, state: "WAITING", isShown: true });
  });

  it("is answered yes: the mark of the office, once", async () => {
    const deps = officeHouse(test.db);
    const { id, token } = await asked(deps);
    const yes = () => answerOfficeQuestion(deps, stranger, { token, answer: "CONFIRM", reason: "" });
    expect(await yes()).toMatchObject({ state: "CONFIRMED", isShown: true });
    expect(await yes()).toMatchObject({ state: "CONFIRMED" });
    expect(await rowOf(id)).toMatchObject({ isVerified: true, verifiedBy: "jo.chen@parl.gc.ca", status: "APPROVED", proofSeenAt: null });
    expect(await kindsOf(id)).toEqual(["ASKED_OFFICE", "CONFIRMED"]);
  });

  it("is answered no: off the wall at once, with the reason; once", async () => {
    const deps = officeHouse(test.db);
    const { id, token, campaign } = await asked(deps);
    const no = () => answerOfficeQuestion(deps, stranger, { token, answer: "REPORT", reason: "We never wrote this." });
    expect(await no()).toMatchObject({ state: "REPORTED", isShown: false });
    await no();
    expect(await rowOf(id)).toMatchObject({
      status: "REJECTED",
      disputeReason: "We never wrote this.",
      disputedAt: deps.clock.now(),
      isVerified: false,
    });
    expect(await kindsOf(id)).toEqual(["ASKED_OFFICE", "DISPUTED"]);
    expect(await counted(campaign.id)).toBe(-1);
  });

  it("may be answered otherwise until the link ends, and all of it is kept", async () => {
    const deps = officeHouse(test.db);
    const { id, token, campaign } = await asked(deps);
    const say = (answer: "CONFIRM" | "REPORT") => answerOfficeQuestion(deps, stranger, { token, answer, reason: "Not ours after all." });
    await say("CONFIRM");
    deps.clock.advance(60_000);
    expect(await say("REPORT")).toMatchObject({ state: "REPORTED" });
    expect(await rowOf(id)).toMatchObject({ isVerified: false, verifiedAt: null, verifiedBy: null, status: "REJECTED" });
    deps.clock.advance(60_000);
    expect(await say("CONFIRM")).toMatchObject({ state: "CONFIRMED", isShown: true });
    expect(await rowOf(id)).toMatchObject({ isVerified: true, status: "APPROVED", disputedAt: null, disputeReason: null });
    expect(await kindsOf(id)).toEqual(["ASKED_OFFICE", "CONFIRMED", "DISPUTED", "CONFIRMED"]);
    expect(await counted(campaign.id)).toBe(0);
  });

  it("does not bring back what moderators refused after the report", async () => {
    const deps = officeHouse(test.db);
    const { id, token } = await asked(deps);
    await answerOfficeQuestion(deps, stranger, { token, answer: "REPORT", reason: "Not ours." });
    deps.clock.advance(60_000);
    await test.db.prisma.representativeResponse.update({
      where: { id },
      data: { moderatedAt: deps.clock.now(), rejectReason: "Made up." },
    });
    deps.clock.advance(60_000);
    await answerOfficeQuestion(deps, stranger, { token, answer: "CONFIRM", reason: "" });
    expect(await rowOf(id)).toMatchObject({ status: "REJECTED", isVerified: true, disputedAt: null });
  });

  it("ends after thirty days; what was said stays", async () => {
    const deps = officeHouse(test.db);
    const { id, token } = await asked(deps);
    await answerOfficeQuestion(deps, stranger, { token, answer: "CONFIRM", reason: "" });
    deps.clock.advance(30 * 86_400_000);
    await expect(answerOfficeQuestion(deps, stranger, { token, answer: "REPORT", reason: "Too late." })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await getOfficeQuestion(deps, stranger, { token })).toMatchObject({ state: "CONFIRMED" });
    expect(await rowOf(id)).toMatchObject({ status: "APPROVED" });
    await test.db.prisma.representativeResponse.update({ where: { id }, data: { isVerified: false } });
    expect(await getOfficeQuestion(deps, stranger, { token })).toMatchObject({ state: "EXPIRED" });
  });

  it("is nobody's who made a link up", async () => {
    const deps = officeHouse(test.db);
    await asked(deps);
    const token = "A".repeat(43);
    await expect(getOfficeQuestion(deps, stranger, { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerOfficeQuestion(deps, stranger, { token, answer: "CONFIRM", reason: "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an office's public reply", () => {
  it("waits for moderators, may be rewritten until they decided, and is one", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db, { showResponseWall: true });
    const office = await anOffice(test.db, campaign);
    const id = await aResponseOf(test.db, campaign, { office: office });
    const key = await keyOf(deps, office);
    const write = (text: string) => writeOfficeReply(deps, stranger, { ...key, responseId: id, text });
    await write("What we meant is this.");
    await write("What we really meant is this.");
    expect(await rowOf(id)).toMatchObject({ officeReply: "What we really meant is this.", officeReplyStatus: "PENDING" });
    const page = await getOfficePage(deps, stranger, { ...key, page: 1 });
    expect(page.responses).toMatchObject([{ id, text: "I vote for it. Call ████████████", reply: { status: "PENDING" } }]);
    await test.db.prisma.representativeResponse.update({ where: { id }, data: { officeReplyStatus: "APPROVED" } });
    await expect(write("And one more thing.")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await kindsOf(id)).toEqual(["OFFICE_REPLIED", "OFFICE_REPLIED"]);
  });

  it.each([
    ["about another office", { recipientKey: "FEDERAL|sam roy|east", representativeEmail: "sam.roy@parl.gc.ca" }],
    ["not on the wall", { status: "PENDING" }],
    ["reported", { disputedAt: new Date() }],
    ["of somebody who never confirmed", { confirmedAt: null }],
  ])("is not for a response that is %s", async (_what, given) => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db, { showResponseWall: true });
    const office = await anOffice(test.db, campaign);
    const responseId = await aResponseOf(test.db, campaign, { office: office, ...given });
    const key = await keyOf(deps, office);
    expect((await getOfficePage(deps, stranger, { ...key, page: 1 })).responses).toEqual([]);
    await expect(writeOfficeReply(deps, stranger, { ...key, responseId, text: "We object to this." })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
