import type { Campaign } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { createMailer } from "@cml/integrations/email";
import { parseMail } from "@cml/integrations/inbound";
import { changeOfficeDigest, releaseLetters, sendLetters, sendOfficeDigests } from "@cml/services/influence";
import { aCampaign, aStranger, createTestDb, fakeClock, startSmtpSink, type TestDb, testConfig, testDeps } from "@cml/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { aLetterTo, anOffice, type AnOffice, keyOf } from "../../../test/an-office";
import { updateSiteSettings } from "../../settings/site-settings/update-site-settings";
import { receiveInbound } from "../inbound/receive-inbound";

const system = systemActor();
const stranger = aStranger();
const sink = await startSmtpSink();
const mailer = createMailer({ timeouts: { connectMs: 2_000, replyMs: 2_000 } });
let test: TestDb;
beforeEach(async () => {
  test = await createTestDb();
});
afterEach(async () => {
  sink.misbehave(null);
  sink.received.length = 0;
  await test.drop();
});
afterAll(async () => {
  mailer.close();
  await sink.stop();
});

const thursday = "2026-11-19T18:00:00Z";
// Eight o'clock in Edmonton.
const monday = "2026-11-23T15:00:00Z";

const house = (at = monday) => {
  const clock = fakeClock(at);
  const mail = { target: sink.target, fromAddress: "letters@example.org" };
  const deps = { ...testDeps({ db: test.db, clock, config: { ...testConfig, embeddedMail: false, mail } }), mailer };
  const release = async () => {
    await releaseLetters(deps, system);
    await deps.jobs.run("email.send-letters", (payload) => sendLetters(deps, system, payload));
  };
  return { deps, clock, release, digests: () => sendOfficeDigests(deps, system) };
};

const weekly = (campaign: Campaign) => anOffice(test.db, campaign, { digest: true, digestOnAt: new Date(thursday) });
const waiting = (campaign: Campaign, office: AnOffice, given: object = {}) =>
  aLetterTo(test.db, campaign, { office, status: "QUEUED", sentAt: null, createdAt: new Date(thursday), ...given });
const rowsOf = (campaign: Campaign) =>
  test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const eventsOf = async (letterId: string) =>
  (await test.db.prisma.letterEvent.findMany({ where: { letterId }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(({ kind }) => kind);

describe("an office that asked for one mail a week", () => {
  it("gets no letter on its own; each waits and says why", async () => {
    const here = house(thursday);
    const campaign = await aCampaign(test.db);
    const [office, other] = [await weekly(campaign), await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" })];
    const id = await waiting(campaign, office);
    await waiting(campaign, other, { userName: "Other" });
    await here.release();
    expect(sink.received.map(({ to }) => to)).toEqual([other.email]);
    expect((await rowsOf(campaign)).map(({ status, heldReason }) => [status, heldReason])).toEqual([["QUEUED", "OFFICE_DIGEST"], ["SENT", null]]); // prettier-ignore
    expect(await eventsOf(id)).toEqual(["HELD"]);
    expect(await here.digests()).toEqual({ mails: 0 });
  });

  it("gets all of them in one mail on Monday at eight, each with its writer and the way to answer", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { title: "Safe streets" });
    const office = await weekly(campaign);
    const ids = [
      await waiting(campaign, office, { userName: "Ana Roy", userEmail: "ana@example.org", message: "Please slow the cars." }),
      await waiting(campaign, office, {
        userName: "Bo Li",
        userEmail: "bo@example.org",
        userCity: null,
        message: "Two children were hurt.",
      }),
    ];
    expect(await here.digests()).toEqual({ mails: 1 });
    const [mail, ...more] = sink.received;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: office.email });
    const { text } = await parseMail(Buffer.from(mail?.raw ?? ""), null);
    for (const words of [
      "2 letters",
      "Ana Roy, Vancouver",
      "bo@example.org",
      "Please slow the cars.",
      "Two children were hurt.",
      "/office/",
    ])
      expect(text).toContain(words);
    expect((await rowsOf(campaign)).map(({ status, messageId }) => [status, messageId])).toEqual(ids.map((id) => ["SENT", `<${id}@example.org>`])); // prettier-ignore
    expect(await Promise.all(ids.map(eventsOf))).toEqual([["HANDED_OVER"], ["HANDED_OVER"]]);
    expect(await test.db.prisma.officeAccess.findMany()).toMatchObject([{ digestSentAt: new Date(monday) }]);
    await waiting(campaign, office);
    expect(await here.digests()).toEqual({ mails: 0 });
    here.clock.set("2026-11-30T15:00:00Z");
    expect(await here.digests()).toEqual({ mails: 1 });
  });

  it("gets them a day before a deadline, whatever the day", async () => {
    const here = house("2026-11-20T18:00:00Z");
    const campaign = await aCampaign(test.db, { submissionDeadline: new Date("2026-11-21T18:00:00Z") });
    await waiting(campaign, await weekly(campaign));
    expect(await here.digests()).toEqual({ mails: 1 });
  });

  it.each([
    [
      "its campaign is paused",
      (campaign: Campaign) => test.db.prisma.campaign.update({ where: { id: campaign.id }, data: { status: "PAUSED" } }),
    ],
    ["all sending is paused", () => test.db.prisma.siteSettings.update({ where: { id: "default" }, data: { sendingPaused: true } })],
    [
      "its mailbox refused too often",
      () => test.db.prisma.parkedRecipient.create({ data: { email: "jo.chen@parl.gc.ca", parkedAt: new Date() } }),
    ],
    [
      "staff skip it",
      (campaign: Campaign) =>
        test.db.prisma.campaignTarget.create({
          data: { campaignId: campaign.id, recipientKey: "FEDERAL|jo chen|centre", name: "Jo Chen", handling: "SKIP" },
        }),
    ],
  ])("gets nothing while %s", async (_why, hold) => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await waiting(campaign, await weekly(campaign));
    await hold(campaign);
    expect(await here.digests()).toEqual({ mails: 0 });
    expect(await rowsOf(campaign)).toMatchObject([{ status: "QUEUED" }]);
  });

  it("gets no more letters than the campaign sends to one office", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { recipientTotal: 2 });
    const office = await weekly(campaign);
    for (let n = 0; n < 3; n += 1) await waiting(campaign, office, { userName: `Writer ${n}` });
    expect(await here.digests()).toEqual({ mails: 1 });
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["SENT", "SENT", "QUEUED"]);
  });

  it("gets each on its own again when it says so, those that wait at once", async () => {
    const here = house(thursday);
    const campaign = await aCampaign(test.db);
    const office = await anOffice(test.db, campaign);
    const key = await keyOf(here.deps, office);
    const turn = (on: boolean) => changeOfficeDigest(here.deps, stranger, { ...key, on });
    await turn(true);
    await waiting(campaign, office);
    await here.release();
    expect(await rowsOf(campaign)).toMatchObject([{ status: "QUEUED", heldReason: "OFFICE_DIGEST" }]);
    await turn(false);
    expect(here.deps.jobs.payloadsOf("influence.release-letters")).toEqual([{ quick: true }]);
    await here.release();
    expect(sink.received).toHaveLength(1);
    expect(await rowsOf(campaign)).toMatchObject([{ status: "SENT", heldReason: null, digestId: null }]);
  });
});

describe("a week's mail", () => {
  it("that the server refuses for now is tried again; nothing of it left", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const office = await weekly(campaign);
    for (let n = 0; n < 2; n += 1) await waiting(campaign, office);
    sink.misbehave({ at: "rcpt", answer: "450 4.2.0 busy" });
    expect(await here.digests()).toEqual({ mails: 0 });
    expect(await rowsOf(campaign)).toMatchObject([{ status: "QUEUED" }, { status: "QUEUED" }]);
    sink.misbehave(null);
    here.clock.advance(3_600_000);
    expect(await here.digests()).toEqual({ mails: 1 });
    expect(sink.received).toHaveLength(1);
  });

  it("whose answer is lost leaves every letter in it uncertain, and none is sent again", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const office = await weekly(campaign);
    for (let n = 0; n < 2; n += 1) await waiting(campaign, office);
    sink.misbehave({ at: "reply", answer: "drop" });
    await here.digests();
    expect(await rowsOf(campaign)).toMatchObject([{ status: "UNCERTAIN" }, { status: "UNCERTAIN" }]);
    sink.misbehave(null);
    here.clock.set("2026-11-30T15:00:00Z");
    expect(await here.digests()).toEqual({ mails: 0 });
  });

  it("does not begin when one of its letters is no longer ours", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const office = await weekly(campaign);
    const [first] = [await waiting(campaign, office), await waiting(campaign, office)];
    const handOver = mailer.handOver;
    const stolen: typeof handOver = async (mail, options) => {
      await test.db.prisma.campaignEmail.update({ where: { id: first }, data: { claimedBy: "somebody else" } });
      return handOver(mail, options);
    };
    await sendOfficeDigests({ ...here.deps, mailer: { ...mailer, handOver: stolen } }, system);
    expect(sink.received).toEqual([]);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["SENDING", "QUEUED"]);
  });

  it("that comes back returns every letter in it", async () => {
    const here = house();
    await updateSiteSettings(here.deps, system, { inboundMode: "smtp", inboundDomain: "reply.example.org", inboundSmtpPort: 2525 });
    const campaign = await aCampaign(test.db);
    const office = await weekly(campaign);
    for (let n = 0; n < 3; n += 1) await waiting(campaign, office);
    await here.digests();
    const from = sink.received[0]?.from ?? "";
    const raw = Buffer.from(
      [`From: <MAILER-DAEMON@parl.gc.ca>`, `To: <${from}>`, "Subject: Undelivered Mail Returned to Sender", "Message-ID: <b1@parl.gc.ca>", "Auto-Submitted: auto-replied",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "MIME-Version: 1.0", "", "--b", "Content-Type: text/plain", "", "No such user.", "",
        "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; parl.gc.ca", "", `Final-Recipient: rfc822; ${office.email}`, "Action: failed", "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 no such user", "", "--b--", ""].join("\r\n"),
    ); // prettier-ignore
    await receiveInbound(here.deps, { raw, receivedAt: here.clock.now(), envelope: { from: "", to: [from] } });
    expect((await rowsOf(campaign)).map(({ status, returnedAt }) => [status, returnedAt !== null])).toEqual(Array.from({ length: 3 }, () => ["FAILED", true])); // prettier-ignore
  });
});
