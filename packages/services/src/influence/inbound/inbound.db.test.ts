import { foldCounters } from "@cml/db/platform";
import { systemActor } from "@cml/domain/kernel";
import { actorOf, aCampaign, aUser, createTestDb, fakeClock, startSmtpSink, testConfig, testDeps } from "@cml/testing";
import { createMailer } from "@cml/integrations/email";
import { readFile } from "node:fs/promises";
import { v7 as newId } from "uuid";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendTemplateMail } from "../../content/template-mails/send-template-mail";
import { updateSiteSettings } from "../../settings/site-settings/update-site-settings";
import { receiptHashOf, receiptTokenOf } from "../campaign-emails/receipt-tokens";
import { sendLetters } from "../campaign-emails/send-letters";
import { retryLetters } from "../sending/retry-letters";
import { assignInbound } from "./assign-inbound";
import { purgeInbound } from "./purge-inbound";
import { findInboundLetters, getInbound, listInbound, openInboundOriginal } from "./read-inbound";
import { isLetterAddress, receiveInbound } from "./receive-inbound";

const system = systemActor();
const sink = await startSmtpSink();
const mailer = createMailer({ timeouts: { connectMs: 2_000, replyMs: 2_000 } });
let test: Awaited<ReturnType<typeof createTestDb>>;
beforeEach(async () => {
  test = await createTestDb();
});
afterEach(async () => {
  sink.received.length = 0;
  await test.drop();
});
afterAll(async () => {
  mailer.close();
  await sink.stop();
});

const domain = "reply.example.org";
const token = "0123456789abcdef0123456789abcdef";
const received = new Date("2026-11-22T15:00:00Z");
const fixture = (name: string) => readFile(new URL(`../../../../../tooling/fixtures/inbound-mail/${name}.eml`, import.meta.url));

const house = async () => {
  const clock = fakeClock("2026-11-22T15:01:00Z");
  const mail = { target: sink.target, fromAddress: "letters@example.org" };
  const deps = { ...testDeps({ db: test.db, clock, config: { ...testConfig, embeddedMail: false, mail } }), mailer };
  await updateSiteSettings(deps, system, { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: 2525 });
  const owner = await aUser(test.db, { role: "USER" });
  const campaign = await aCampaign(test.db, { createdByUserId: owner.id, title: "Safe streets" });
  return { clock, deps, campaign, owner };
};
type House = Awaited<ReturnType<typeof house>>;

const aLetter = async ({ campaign }: House, given: object = {}) => {
  const id = newId();
  await test.db.prisma.campaignEmail.create({
    data: {
      id,
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userEmail: "jo@example.com",
      userName: "Jo Singh",
      recipientEmail: "alex.roy@parl.example",
      recipientName: "Alex Roy",
      emailMethod: "SMTP",
      subject: "Safe streets in Toronto Centre",
      message: "Dear Alex Roy, please make our streets safe.",
      status: "SENT",
      sentAt: new Date("2026-11-22T14:14:00Z"),
      replyToken: token,
      messageId: `<${id}@${domain}>`,
      ...given,
    },
  });
  return id;
};
const receive = async ({ deps }: House, name: string) =>
  receiveInbound(deps, { raw: await fixture(name), receivedAt: received, envelope: null });
const letterRow = (id: string) => test.db.prisma.campaignEmail.findUniqueOrThrow({ where: { id } });
const eventsOf = async (id: string) =>
  (await test.db.prisma.letterEvent.findMany({ where: { letterId: id }, orderBy: { id: "asc" } })).map(({ kind, words }) => [kind, words]);
const mails = () => test.db.prisma.templateMail.findMany();
const inbound = () => test.db.prisma.inboundMessage.findMany({ orderBy: { id: "asc" } });
const countOf = async ({ campaign }: House) => {
  await foldCounters(test.db);
  return (await test.db.prisma.campaign.findUniqueOrThrow({ where: { id: campaign.id } })).emailCount;
};

describe("a letter that leaves", () => {
  it("has addresses of its own, the same ones when it is tried again", async () => {
    const at = await house();
    const id = await aLetter(at, { status: "QUEUED", sentAt: null, replyToken: null, messageId: null });
    await sendLetters(at.deps, system, { letterIds: [id] });
    const { replyToken } = await letterRow(id);
    expect(replyToken).toMatch(/^[0-9a-f]{32}$/);
    expect(sink.received.map(({ from }) => from)).toEqual([`b.${replyToken}@${domain}`]);
    const raw = sink.received[0]?.raw ?? "";
    expect(raw).toMatch(new RegExp(`^From: Jo Singh <l\\.${replyToken}@${domain.replaceAll(".", "\\.")}>`, "m"));
    expect(raw).toMatch(new RegExp(`^Reply-To: Jo Singh <l\\.${replyToken}@`, "m"));
    await test.db.prisma.campaignEmail.update({ where: { id }, data: { status: "QUEUED", handOverStartedAt: null } });
    await sendLetters(at.deps, system, { letterIds: [id] });
    expect(sink.received.map(({ from }) => from)).toEqual([`b.${replyToken}@${domain}`, `b.${replyToken}@${domain}`]);
    expect(await isLetterAddress(at.deps, `L.${replyToken?.toUpperCase()}@${domain}`)).toBe(true);
  });

  it("is the organisation's, answered to the supporter, while nothing comes in", async () => {
    const at = await house();
    await updateSiteSettings(at.deps, system, { inboundMode: "none" });
    const id = await aLetter(at, { status: "QUEUED", sentAt: null, replyToken: null, messageId: null });
    await sendLetters(at.deps, system, { letterIds: [id] });
    expect(sink.received[0]).toMatchObject({ from: "letters@example.org" });
    expect(sink.received[0]?.raw).toMatch(/^Reply-To: Jo Singh <jo@example\.com>/m);
    expect((await letterRow(id)).replyToken).toBeNull();
  });

  it("has an address nobody can guess or make up", async () => {
    const { deps } = await house();
    expect(await isLetterAddress(deps, `l.${token}@${domain}`)).toBe(false);
    expect(await isLetterAddress(deps, `postmaster@${domain}`)).toBe(false);
    expect(await isLetterAddress(deps, "victim@example.com")).toBe(false);
  });
});

describe("a bounce", () => {
  it("says on the letter why it came back, and takes it off the campaign's number, once", async () => {
    const at = await house();
    const id = await aLetter(at);
    await test.db.prisma.campaign.update({ where: { id: at.campaign.id }, data: { emailCount: 7 } });
    await Promise.all([receive(at, "postfix-unknown-user"), receive(at, "postfix-unknown-user")]);
    await receive(at, "postfix-unknown-user");
    await receive(at, "exim");
    expect(await letterRow(id)).toMatchObject({ status: "FAILED", returnedAt: received });
    const [first] = await eventsOf(id);
    expect(first?.[0]).toBe("RETURNED");
    expect(first?.[1]).toMatch(/^550 5\.1\.1 .*User unknown/);
    expect((await inbound()).map(({ kind, statusCode }) => [kind, statusCode])).toEqual([
      ["BOUNCE", "5.1.1"],
      ["BOUNCE", "5.1.1"],
    ]);
    expect(await countOf(at)).toBe(6);
    expect(await mails()).toEqual([]);
    expect(at.deps.storage.files.size).toBe(2);
  });

  it("counts again when the letter is sent again and comes back once more", async () => {
    const at = await house();
    const id = await aLetter(at);
    await test.db.prisma.campaign.update({ where: { id: at.campaign.id }, data: { emailCount: 7 } });
    await receive(at, "postfix-unknown-user");
    expect(await retryLetters(at.deps, system, { campaignId: null, ids: [id], from: "FAILED" })).toMatchObject({ changed: 1 });
    await sendLetters(at.deps, system, { letterIds: [id] });
    expect(await letterRow(id)).toMatchObject({ status: "SENT", returnedAt: null });
    expect(await countOf(at)).toBe(7);
    await receive(at, "exim");
    expect(await letterRow(id)).toMatchObject({ status: "FAILED", returnedAt: received });
    expect(await countOf(at)).toBe(6);
  });

  it("of a letter that stayed on this computer or was a test changes no number", async () => {
    const at = await house();
    await aLetter(at, { keptLocally: true });
    await receive(at, "postfix-unknown-user");
    expect(await countOf(at)).toBe(0);
  });

  it("that is faster than the end of the hand-over is taken when it comes again", async () => {
    const at = await house();
    const id = await aLetter(at, { status: "SENDING", sentAt: null });
    await expect(receive(at, "postfix-unknown-user")).rejects.toMatchObject({ messageKey: "inbound.letterInHand" });
    expect(await inbound()).toEqual([]);
    expect(at.deps.storage.files.size).toBe(0);
    await test.db.prisma.campaignEmail.update({ where: { id }, data: { status: "SENT" } });
    await receive(at, "postfix-unknown-user");
    expect((await letterRow(id)).status).toBe("FAILED");
  });

  it("is found by the Message-ID inside when it comes to another address", async () => {
    const at = await house();
    const id = await aLetter(at, { messageId: "<0190b7a2-0000-7000-8000-000000000001@reply.example.org>", replyToken: null });
    await updateSiteSettings(at.deps, system, {
      inboundMode: "imap",
      inboundDomain: null,
      inboundImapHost: "i.example",
      inboundImapUser: "u",
    });
    await receive(at, "report-to-another-address");
    expect(await eventsOf(id)).toEqual([["RETURNED", "554 5.7.1 Service unavailable; Client host blocked"]]);
  });

  it("for the third time in a month parks the address", async () => {
    const at = await house();
    for (let index = 0; index < 3; index += 1) {
      const id = await aLetter(at, { replyToken: `${index}`.padStart(32, "0") });
      await receiveInbound(at.deps, {
        raw: Buffer.from((await fixture("postfix-unknown-user")).toString().replaceAll(token, `${index}`.padStart(32, "0"))),
        receivedAt: new Date(received.getTime() + index),
        envelope: null,
      });
      const parked = await test.db.prisma.parkedRecipient.findMany({ where: { parkedAt: { not: null } } });
      expect([index, (await letterRow(id)).status, parked.length]).toEqual([index, "FAILED", index === 2 ? 1 : 0]);
    }
  });

  it("only warning of a delay leaves the letter as it is", async () => {
    const at = await house();
    const id = await aLetter(at);
    await receive(at, "postfix-delayed");
    expect(await letterRow(id)).toMatchObject({ status: "SENT", returnedAt: null });
    expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["DELAYED"]);
  });
});

describe("an answer", () => {
  it("goes to the supporter as text, once, and shows on the letter", async () => {
    const at = await house();
    const id = await aLetter(at, { locale: "fr" });
    await receive(at, "reply-plain");
    await receive(at, "reply-plain");
    expect(await letterRow(id)).toMatchObject({ status: "SENT", answeredAt: received });
    expect(await eventsOf(id)).toEqual([["REPLY", "RE: Safe streets in Toronto Centre"]]);
    expect(await mails()).toMatchObject([{ templateKey: "letter-reply", toEmail: "jo@example.com", locale: "fr" }]);
    await at.deps.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(at.deps, system, payload));
    const raw = sink.received[0]?.raw ?? "";
    expect(sink.received).toMatchObject([{ from: "letters@example.org", to: "jo@example.com" }]);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toContain("alex.roy@parl.example");
  });

  it("offers the way to the wall where the campaign has one, filled in, and puts nothing there", async () => {
    const at = await house();
    const submissionId = newId();
    await aLetter(at, { submissionId, receiptTokenHash: receiptHashOf(at.deps, receiptTokenOf(at.deps, submissionId)) });
    await receive(at, "reply-plain");
    expect(JSON.stringify((await mails())[0]?.variables)).not.toContain("SHARE_URL");
    await test.db.prisma.campaign.update({ where: { id: at.campaign.id }, data: { showResponseWall: true } });
    await test.db.prisma.templateMail.deleteMany();
    await test.db.prisma.inboundMessage.deleteMany();
    await receive(at, "reply-plain");
    const [{ id: mailId, letterId } = { id: "", letterId: "" }] = await inbound();
    const form = `/c/${at.campaign.slug}/replies/new?letter=${receiptTokenOf(at.deps, submissionId)}&to=${letterId ?? ""}&mail=${mailId}`;
    expect((await mails())[0]?.variables).toMatchObject({ SHARE_URL: `https://act.example.org${form}` });
    expect(await test.db.prisma.representativeResponse.count()).toBe(0);
    await at.deps.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(at.deps, system, payload));
    expect(sink.received.at(-1)?.raw).toContain("Put this on the response wall");
  });

  it("in HTML brings no markup, and names files without passing them on", async () => {
    const at = await house();
    await aLetter(at);
    await receive(at, "reply-html-only");
    await receive(at, "reply-signed-letter");
    await at.deps.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(at.deps, system, payload));
    const raws = sink.received.map(({ raw }) => raw).join("\n");
    expect(raws).not.toMatch(/tracker\.example|<script|onload|TVqQAAMAAAAE/);
    expect(raws).toContain("invoice.exe");
    expect(sink.received).toHaveLength(2);
  });

  it.each(["exchange-oof", "vacation-rfc3834", "accuse-de-reception", "newsletter", "relayed"])(
    "by a program (%s) is never passed on",
    async (name) => {
      const at = await house();
      const id = await aLetter(at);
      await receive(at, name);
      expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["AUTO_REPLY"]);
      expect((await letterRow(id)).answeredAt).toBeNull();
      expect(await mails()).toEqual([]);
    },
  );

  it("to somebody who erased her part is kept without her address and goes nowhere", async () => {
    const at = await house();
    await aLetter(at, { erasedAt: new Date(), userEmail: null, userName: null });
    const raw = Buffer.from((await fixture("reply-plain")).toString().replace("Dear Jo,", "Dear Jo (jo@example.com),"));
    await receiveInbound(at.deps, { raw, receivedAt: received, envelope: null });
    const [kept] = await inbound();
    expect(kept).toMatchObject({ kind: "REPLY", rawKey: null, forwardedAt: null });
    expect(kept?.text).toContain("Dear Jo ([…])");
    expect(at.deps.storage.files.size).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it("does not run in a circle: our own mail, loops and floods end here", async () => {
    const at = await house();
    const id = await aLetter(at);
    await receive(at, "hostile-loop");
    await receive(at, "hostile-our-own-mail");
    expect(await eventsOf(id)).toEqual([]);
    const reply = (await fixture("reply-plain")).toString();
    for (let index = 0; index < 70; index += 1)
      await receiveInbound(at.deps, { raw: Buffer.from(reply.replace("<r1@", `<r1-${index}@`)), receivedAt: received, envelope: null });
    expect(await mails()).toHaveLength(20);
    expect(await inbound()).toHaveLength(60);
  });

  it("to several letters at once reaches each of them", async () => {
    const at = await house();
    const other = "fedcba9876543210fedcba9876543210";
    const ids = [await aLetter(at), await aLetter(at, { replyToken: other, userEmail: "sam@example.com" })];
    const envelope = { from: "alex.roy@parl.example", to: [`l.${token}@${domain}`, `l.${other}@${domain}`] };
    await receiveInbound(at.deps, { raw: await fixture("reply-plain"), receivedAt: received, envelope });
    for (const id of ids) expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["REPLY"]);
    expect((await mails()).map(({ toEmail }) => toEmail).sort()).toEqual(["jo@example.com", "sam@example.com"]);
  });
});

describe("the tray", () => {
  const admins = async () => actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
  const query = { kind: null, campaignId: null, search: "", page: 1, pageSize: 50 };

  it("holds what belongs to no letter until a person says what it is", async () => {
    const at = await house();
    const admin = await admins();
    const id = await aLetter(at, { replyToken: null });
    await receive(at, "reply-plain");
    const page = await listInbound(at.deps, admin, query);
    expect(page).toMatchObject({ total: 1, unsorted: 1, items: [{ kind: "UNSORTED", letter: null }] });
    await receive(at, "newsletter");
    expect(await listInbound(at.deps, admin, { ...query, kind: "UNSORTED" })).toMatchObject({ total: 1, unsorted: 1 });
    const [unsorted] = page.items;
    expect(await findInboundLetters(at.deps, admin, { search: "alex" })).toMatchObject([{ id, recipientName: "Alex Roy" }]);
    await assignInbound(at.deps, admin, { id: unsorted?.id ?? "", letterId: id, kind: "REPLY" });
    expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["REPLY"]);
    expect(await mails()).toHaveLength(1);
    expect(await getInbound(at.deps, admin, { id: unsorted?.id ?? "" })).toMatchObject({ kind: "REPLY", isHandled: true, letter: { id } });
    await expect(assignInbound(at.deps, admin, { id: unsorted?.id ?? "", letterId: id, kind: "BOUNCE" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("lets a person put a mail aside", async () => {
    const at = await house();
    const admin = await admins();
    await receive(at, "hostile-no-headers");
    const [item] = (await listInbound(at.deps, admin, query)).items;
    await expect(assignInbound(at.deps, admin, { id: item?.id ?? "", letterId: null, kind: "REPLY" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await assignInbound(at.deps, admin, { id: item?.id ?? "", letterId: null, kind: "UNSORTED" });
    expect(await listInbound(at.deps, admin, query)).toMatchObject({ unsorted: 0, items: [{ isHandled: true }] });
  });

  it("shows others only mail to letters of their own campaigns", async () => {
    const at = await house();
    const owner = actorOf(at.owner);
    const stranger = actorOf(await aUser(test.db, { role: "USER" }));
    await aLetter(at);
    await receive(at, "exchange-oof");
    await receive(at, "hostile-no-headers");
    const [mine] = (await listInbound(at.deps, owner, query)).items;
    expect(await listInbound(at.deps, owner, query)).toMatchObject({ total: 1, unsorted: 0 });
    expect(await listInbound(at.deps, stranger, query)).toMatchObject({ total: 0, unsorted: 0 });
    expect(await findInboundLetters(at.deps, stranger, { search: "alex" })).toEqual([]);
    expect(await getInbound(at.deps, owner, { id: mine?.id ?? "" })).toMatchObject({ kind: "AUTO_REPLY" });
    await expect(getInbound(at.deps, stranger, { id: mine?.id ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const original = openInboundOriginal(at.deps, stranger, { id: mine?.id ?? "" });
    await expect(original).rejects.toMatchObject({ code: "NOT_FOUND", messageKey: "inbound.notFound" });
    await expect(assignInbound(at.deps, stranger, { id: mine?.id ?? "", letterId: null, kind: "UNSORTED" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const theirs = await aCampaign(test.db, {});
    const foreign = await aLetter({ ...at, campaign: theirs }, { replyToken: null });
    await expect(assignInbound(at.deps, owner, { id: mine?.id ?? "", letterId: foreign, kind: "REPLY" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("after 90 days the text and the original go, and that there was an answer stays", async () => {
  const at = await house();
  await aLetter(at);
  await receive(at, "reply-plain");
  expect(at.deps.storage.files.size).toBe(1);
  expect(await purgeInbound(at.deps, system)).toEqual({ emptied: 0 });
  at.clock.set("2027-02-21T15:00:00Z");
  expect(await purgeInbound(at.deps, system)).toEqual({ emptied: 1 });
  expect(at.deps.storage.files.size).toBe(0);
  expect(await inbound()).toMatchObject([{ kind: "REPLY", text: null, rawKey: null }]);
  expect(await purgeInbound(at.deps, system)).toEqual({ emptied: 0 });
});

it("keeps nothing when what follows from a mail cannot be written", async () => {
  const at = await house();
  await aLetter(at);
  await test.db.pool.query(`ALTER TABLE "LetterEvent" RENAME TO "Away"`);
  await expect(receive(at, "reply-plain")).rejects.toThrow();
  expect(at.deps.storage.files.size).toBe(0);
  await test.db.pool.query(`ALTER TABLE "Away" RENAME TO "LetterEvent"`);
  await receive(at, "reply-plain");
  expect(await inbound()).toHaveLength(1);
});
