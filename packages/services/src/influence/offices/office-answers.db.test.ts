import type { Campaign } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { getOfficePage, mailOfficeAnswers, stopFollowUp, writeOfficeAnswer } from "@cml/services/influence";
import { aCampaign, aStranger, createTestDb, type TestDb } from "@cml/testing";
import { startTestProcess } from "@cml/testing/processes";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aLetterTo, anOffice, keyOf, mailsFrom, officeHouse, type OfficeHouse, variablesIn } from "../../../test/an-office";
import type { OfficeAnswersProcess } from "../../../test/office-answers-process";
import { mailOfficeAnswer } from "./mail-office-answer";

let test: TestDb;
beforeEach(async () => {
  test = await createTestDb();
});
afterEach(() => test.drop());

const stranger = aStranger();
const system = systemActor();
const text = "Thank you for your letters. We will vote for the motion.";

const aReader = async (campaign: Campaign, email: string, given: object = {}) => {
  await test.db.prisma.consent.create({
    data: { kind: "tellHowItEnds", wordingVersion: "1", source: "letter", email, campaignId: campaign.id, ...given },
  });
};

/** What moderators do, a minute later. */
const approve = async () => {
  const decided = { status: "APPROVED", moderatedAt: new Date() } as const;
  await test.db.prisma.representativeResponse.updateMany({ where: { officeAnswerId: { not: null } }, data: decided });
  await test.db.prisma.officeAnswer.updateMany({ data: decided });
};

const answered = async (deps: OfficeHouse, campaign: Campaign) => {
  const office = await anOffice(test.db, campaign);
  const key = await keyOf(deps, office);
  const write = () => writeOfficeAnswer(deps, stranger, { ...key, subject: "Our vote", text, locale: "en" });
  await write();
  return { office, key, write };
};

const mailed = async () => (await mailsFrom(test.db, "letter-office-answer")).map(({ toEmail }) => toEmail).sort();

describe("an office's answer to everybody", () => {
  it("waits for moderators as a response of the office's own, and is one", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db, { showResponseWall: true });
    const { key, write, office } = await answered(deps, campaign);
    await expect(write()).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getOfficePage(deps, stranger, { ...key, page: 1 })).toMatchObject({
      answer: { subject: "Our vote", text, status: "PENDING", mailedAt: null },
      mayAnswer: false,
    });
    expect(await test.db.prisma.representativeResponse.findMany()).toMatchObject([
      {
        status: "PENDING",
        shownText: text,
        isVerified: true,
        verifiedBy: office.email,
        representativeName: "Jo Chen",
        submittedByName: null,
      },
    ]);
    expect(await test.db.prisma.responseChange.findMany()).toMatchObject([{ kind: "SUBMITTED", byOffice: office.email }]);
    await mailOfficeAnswers(deps, system);
    expect(await mailed()).toEqual([]);
  });

  it("written twice at once is one", async () => {
    const deps = officeHouse(test.db);
    const key = await keyOf(deps, await anOffice(test.db, await aCampaign(test.db)));
    const write = () => writeOfficeAnswer(deps, stranger, { ...key, subject: "Our vote", text, locale: "en" });
    const both = await Promise.allSettled([write(), write()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await test.db.prisma.officeAnswer.count()).toBe(1);
  });

  it("that was refused makes room for another, and says why", async () => {
    const deps = officeHouse(test.db);
    const { key, write } = await answered(deps, await aCampaign(test.db));
    const refused = { status: "REJECTED", rejectReason: "It names a supporter." } as const;
    await test.db.prisma.representativeResponse.updateMany({ data: refused });
    const page = await getOfficePage(deps, stranger, { ...key, page: 1 });
    expect(page).toMatchObject({ mayAnswer: true, answer: { status: "REJECTED", rejectReason: "It names a supporter." } });
    await write();
    expect(await test.db.prisma.officeAnswer.count()).toBe(2);
  });

  it("goes to everybody who wrote to this office and asked how it ends, once each, in their language", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db, { title: "Safe streets", translations: { fr: { title: "Rues sûres" } } });
    const { office } = await answered(deps, campaign);
    const other = await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" });
    const wrote = async (email: string, given: object = {}) => {
      await aLetterTo(test.db, campaign, { office, userEmail: email, ...given });
      await aReader(campaign, email);
    };
    await wrote("twice@example.org");
    await aLetterTo(test.db, campaign, { office, userEmail: "twice@example.org" });
    await aReader(campaign, "twice@example.org", { locale: "fr", givenAt: new Date("2027-01-01") });
    await wrote("waits@example.org", { status: "QUEUED" });
    await wrote("elsewhere@example.org", { recipientKey: other.recipientKey });
    await aLetterTo(test.db, campaign, { office, userEmail: "unasked@example.org" });
    await aLetterTo(test.db, campaign, { office, userEmail: "withdrew@example.org" });
    await aReader(campaign, "withdrew@example.org", { withdrawnAt: new Date() });
    await aLetterTo(test.db, campaign, { office, userEmail: "news@example.org" });
    await aReader(campaign, "news@example.org", { kind: "newsletter" });
    await wrote("b@example.org");
    await approve();
    expect(await mailOfficeAnswers(deps, system)).toEqual({ mailed: 2 });
    expect(await mailed()).toEqual(["b@example.org", "twice@example.org"]);
    const [first] = await mailsFrom(test.db, "letter-office-answer");
    const [response] = await test.db.prisma.representativeResponse.findMany();
    expect(await variablesIn(test.db, "letter-office-answer")).toMatchObject([
      { MESSAGE: text, RECIPIENT_NAME: "Jo Chen", WALL_URL: `https://act.example.org/c/${campaign.slug}/replies/${response?.id}` },
      { CAMPAIGN_TITLE: "Rues sûres" },
    ]);
    expect(first).toMatchObject({ toEmail: "b@example.org", locale: "en" });
    expect(await test.db.prisma.officeAnswer.findMany()).toMatchObject([{ mailedCount: 2, mailedAt: deps.clock.now() }]);
    expect(await mailOfficeAnswers(deps, system)).toEqual({ mailed: 0 });
  });

  it("ends with the way out of these mails, and never goes to somebody who took it", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const { office } = await answered(deps, campaign);
    const due = { firstDueAt: new Date("2026-12-01"), secondDueAt: new Date("2026-12-08") };
    for (const [email, stoppedAt] of [
      ["goes-on@example.org", null],
      ["stopped@example.org", new Date()],
    ] as const) {
      await aLetterTo(test.db, campaign, { office, userEmail: email });
      await aReader(campaign, email);
      await test.db.prisma.followUp.create({ data: { campaignId: campaign.id, submissionId: newId(), email, stoppedAt, ...due } });
    }
    await approve();
    await mailOfficeAnswers(deps, system);
    expect(await mailed()).toEqual(["goes-on@example.org"]);
    const [variables] = await variablesIn(test.db, "letter-office-answer");
    const token = /\/ended\/([\w-]+)\/stop$/.exec(variables?.["STOP_URL"] ?? "")?.[1] ?? "";
    await stopFollowUp(deps, stranger, { token, stop: true });
    expect(await test.db.prisma.followUp.count({ where: { stoppedAt: null } })).toBe(0);
  });

  it("carries the words moderators let through, and stops where they took it back", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const { office } = await answered(deps, campaign);
    await aLetterTo(test.db, campaign, { office, userEmail: "a@example.org" });
    await aReader(campaign, "a@example.org");
    await approve();
    await test.db.prisma.representativeResponse.updateMany({ data: { shownText: "Thank you. ████", status: "PENDING" } });
    expect(await mailOfficeAnswers(deps, system)).toEqual({ mailed: 0 });
    await test.db.prisma.representativeResponse.updateMany({ data: { status: "APPROVED" } });
    expect(await mailOfficeAnswers(deps, system)).toEqual({ mailed: 1 });
    expect(await variablesIn(test.db, "letter-office-answer")).toMatchObject([{ MESSAGE: "Thank you. ████" }]);
  });

  it("is asked for by a job when it is approved", async () => {
    const deps = officeHouse(test.db);
    await mailOfficeAnswer(deps, system, { officeAnswerId: newId() });
    expect(deps.jobs.payloadsOf("influence.mail-office-answers")).toEqual([{}]);
  });

  it("reaches each of thousands once, although the process that mails it is killed again and again", { timeout: 120_000 }, async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const { office } = await answered(deps, campaign);
    const people = 3_000;
    const emails = Array.from({ length: people }, (_, n) => `p${n}@example.org`);
    await test.db.prisma.campaignEmail.createMany({
      data: emails.map((userEmail) => ({
        id: newId(), campaignId: campaign.id, campaignSlug: campaign.slug, userEmail, userName: "Ana", recipientEmail: office.email,
        recipientName: "Jo Chen", recipientKey: office.recipientKey, emailMethod: "SMTP" as const, subject: "S", message: "M", status: "SENT" as const,
      })),
    }); // prettier-ignore
    await test.db.prisma.consent.createMany({
      data: emails.map((email) => ({ kind: "tellHowItEnds", wordingVersion: "1", source: "letter", email, campaignId: campaign.id })),
    });
    await approve();
    const asked = () => test.db.prisma.templateMail.count({ where: { templateKey: "letter-office-answer" } });
    for (const goal of [400, 1_200]) {
      const worker = await startTestProcess<OfficeAnswersProcess>(new URL("../../../test/office-answers-process.ts", import.meta.url), {
        TEST_DATABASE_URL: test.url,
      });
      await worker.call("start");
      await expect.poll(asked, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(goal);
      await worker.kill();
    }
    expect(await asked()).toBeLessThan(people);
    await mailOfficeAnswers(deps, system);
    expect(new Set(await mailed()).size).toBe(people);
    expect(await asked()).toBe(people);
    expect(await test.db.prisma.officeAnswer.findMany()).toMatchObject([{ mailedCount: people }]);
  });
});
