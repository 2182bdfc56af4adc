import type { CampaignEmailStatus } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { actorOf, aCampaign, aStranger, aUser, createTestDb, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { getLetter, listLetters } from "../campaign-emails/list-letters";
import { cancelLetters } from "./cancel-letters";
import { cleanSending, listEmailLog } from "./email-log";
import { getSendingOverview } from "./get-sending-overview";
import { cancelParkedLetters, listParkedRecipients, releaseParkedRecipient } from "./parked-recipients";
import { retryLetters } from "./retry-letters";
import { setSendingPaused } from "./set-sending-paused";
import { settleUncertainLetters } from "./settle-uncertain-letters";
import { unsettleLetters } from "./unsettle-letters";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
const deps = testDeps({ db });
const admin = actorOf(await aUser(db, { role: "INFLUENCE_ADMIN" }));
const helper = actorOf(await aUser(db, { role: "USER", permissions: { areas: { influence: "edit" }, cutIds: null } }));
const all = { campaignId: null, ids: null };

beforeEach(async () => {
  await db.prisma.campaignEmail.deleteMany();
  await db.prisma.counterDelta.deleteMany();
});

const letter = async (
  status: CampaignEmailStatus,
  given: { owner?: typeof admin; to?: string; heldReason?: string; createdAt?: Date } = {},
) => {
  const { owner = admin, to = "r@example.org", ...rest } = given;
  const campaign = await aCampaign(db, { createdByUserId: owner.userId });
  const id = newId();
  await db.prisma.campaignEmail.create({
    data: {
      id, campaignId: campaign.id, campaignSlug: campaign.slug, userName: "Ana", userEmail: "ana@example.com", recipientEmail: to,
      recipientName: "R", emailMethod: "SMTP", subject: "S", message: "M", status, handOverStartedAt: deps.clock.now(), attempts: 3,
      claimedBy: "x", smtpResponse: "words", ...rest,
    },
  }); // prettier-ignore
  return { id, campaign };
};
const statusOf = async (id: string) => (await db.prisma.campaignEmail.findUniqueOrThrow({ where: { id } })).status;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

describe("uncertain letters", () => {
  it("that arrived count as handed over, with who said so", async () => {
    const { id, campaign } = await letter("UNCERTAIN");
    expect(await settleUncertainLetters(deps, admin, { ...all, settlement: "ARRIVED" })).toEqual({ changed: 1, ids: [id] });
    expect(await getLetter(deps, admin, { id })).toMatchObject({ status: "SENT", sentAt: deps.clock.now() });
    const delta = await db.prisma.counterDelta.findMany({ where: { entityId: campaign.id } });
    expect(delta).toMatchObject([{ counter: "emailCount", delta: 1 }]);
    const [event] = await db.prisma.letterEvent.findMany({ where: { letterId: id } });
    expect(event).toMatchObject({ kind: "SETTLED", words: "ARRIVED", byUserId: admin.userId });
  });

  it("to be sent again wait as if never tried", async () => {
    const { id } = await letter("UNCERTAIN");
    await settleUncertainLetters(deps, admin, { campaignId: null, ids: [id], settlement: "AGAIN" });
    expect(await getLetter(deps, admin, { id })).toMatchObject({
      status: "QUEUED",
      attempts: 0,
      handOverStartedAt: null,
      smtpResponse: null,
    });
    expect(await settleUncertainLetters(deps, admin, { campaignId: null, ids: [id], settlement: "ARRIVED" })).toEqual({
      changed: 0,
      ids: [],
    });
  });
});

describe("a settlement that was a mistake", () => {
  const eventsOf = async (letterId: string) =>
    (await db.prisma.letterEvent.findMany({ where: { letterId }, orderBy: { at: "asc" } })).map(({ kind, words }) => [kind, words]);
  const uncertain = async (owner = admin) => {
    const made = await letter("UNCERTAIN", { owner });
    const at = new Date(deps.clock.now().getTime() - 60_000);
    await db.prisma.letterEvent.create({ data: { letterId: made.id, kind: "UNCERTAIN", at, words: "connection lost" } });
    await db.prisma.campaignEmail.update({ where: { id: made.id }, data: { handOverStartedAt: at } });
    return { ...made, at };
  };
  const settle = (id: string, settlement: "ARRIVED" | "AGAIN") =>
    settleUncertainLetters(deps, admin, { campaignId: null, ids: [id], settlement });
  const happens = async (letterId: string, kind: "REPLY" | "HELD" | "DEFERRED") => {
    deps.clock.advance(1_000);
    await db.prisma.letterEvent.create({ data: { letterId, kind, at: deps.clock.now() } });
  };

  it("is taken back: the letter is uncertain again, leaves the campaign's number, and its history says so", async () => {
    const { id, campaign, at } = await uncertain();
    await settle(id, "ARRIVED");
    deps.clock.advance(1_000);
    expect(await unsettleLetters(deps, admin, { ids: [id], settlement: "ARRIVED" })).toEqual({ changed: 1, ids: [id] });
    expect(await getLetter(deps, admin, { id })).toMatchObject({ status: "UNCERTAIN", sentAt: null, handOverStartedAt: at });
    const deltas = await db.prisma.counterDelta.findMany({ where: { entityId: campaign.id, counter: "emailCount" } });
    expect(deltas.reduce((sum, { delta }) => sum + delta, 0)).toBe(0);
    expect(await eventsOf(id)).toEqual([["UNCERTAIN", "connection lost"], ["SETTLED", "ARRIVED"], ["SETTLED", "TAKEN_BACK"]]); // prettier-ignore
    expect(await unsettleLetters(deps, admin, { ids: [id], settlement: "ARRIVED" })).toMatchObject({ changed: 0 });
    expect(await settle(id, "AGAIN")).toMatchObject({ changed: 1 });
  });

  it("of one to be sent again is taken back while it waits, held or not, with what the server had said", async () => {
    const { id, at } = await uncertain();
    await settle(id, "AGAIN");
    await happens(id, "HELD");
    await db.prisma.campaignEmail.update({ where: { id }, data: { queuedAt: deps.clock.now(), heldReason: "HOUSE_PAUSED" } });
    deps.clock.advance(1_000);
    expect(await unsettleLetters(deps, admin, { ids: [id], settlement: "AGAIN" })).toEqual({ changed: 1, ids: [id] });
    expect(await db.prisma.campaignEmail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "UNCERTAIN",
      handOverStartedAt: at,
      smtpResponse: "connection lost",
      attempts: 1,
      queuedAt: null,
      heldReason: null,
      claimedBy: null,
    });
  });

  it("stays once anything followed: an answer, a return, a new try, or another settlement", async () => {
    const answered = await uncertain();
    await settle(answered.id, "ARRIVED");
    await happens(answered.id, "REPLY");
    const returned = await uncertain();
    await settle(returned.id, "ARRIVED");
    await db.prisma.campaignEmail.update({ where: { id: returned.id }, data: { returnedAt: deps.clock.now() } });
    const tried = await uncertain();
    await settle(tried.id, "AGAIN");
    await happens(tried.id, "DEFERRED");
    const leaving = await uncertain();
    await settle(leaving.id, "AGAIN");
    await db.prisma.campaignEmail.update({ where: { id: leaving.id }, data: { status: "SENDING" } });
    const ids = [answered.id, returned.id, tried.id, leaving.id];
    for (const settlement of ["ARRIVED", "AGAIN"] as const)
      expect(await unsettleLetters(deps, admin, { ids, settlement })).toEqual({ changed: 0, ids: [] });
    expect(await Promise.all(ids.map(statusOf))).toEqual(["SENT", "SENT", "QUEUED", "SENDING"]);
    // One that was simply sent was never settled.
    const sent = await letter("SENT");
    expect(await unsettleLetters(deps, admin, { ids: [sent.id], settlement: "ARRIVED" })).toMatchObject({ changed: 0 });
  });

  it("and the settling itself are nobody's but those of who sees the campaign", async () => {
    const mine = await uncertain(helper);
    const other = await uncertain();
    const stranger = aStranger();
    for (const actor of [helper, stranger]) {
      for (const settlement of ["ARRIVED", "AGAIN"] as const) {
        const chosen = { campaignId: null, ids: [other.id], settlement };
        expect(await settleUncertainLetters(deps, actor, chosen)).toEqual({ changed: 0, ids: [] });
        const named = settleUncertainLetters(deps, actor, { campaignId: other.campaign.id, ids: null, settlement });
        expect(await codeOf(named)).toBe("NOT_FOUND");
      }
    }
    expect(await settleUncertainLetters(deps, stranger, { ...all, settlement: "ARRIVED" })).toEqual({ changed: 0, ids: [] });
    expect(await settleUncertainLetters(deps, helper, { ...all, settlement: "ARRIVED" })).toEqual({ changed: 1, ids: [mine.id] });
    await settle(other.id, "ARRIVED");
    const both = { ids: [mine.id, other.id], settlement: "ARRIVED" as const };
    expect(await unsettleLetters(deps, stranger, both)).toEqual({ changed: 0, ids: [] });
    expect(await unsettleLetters(deps, helper, both)).toEqual({ changed: 1, ids: [mine.id] });
    expect(await statusOf(other.id)).toBe("SENT");
  });
});

it("cancels what waits, takes it back, and sends refused ones again", async () => {
  const waiting = await letter("QUEUED");
  const refused = await letter("FAILED");
  const sent = await letter("SENT");
  const { ids } = await cancelLetters(deps, admin, all);
  expect(ids).toEqual([waiting.id]);
  expect(await statusOf(waiting.id)).toBe("CANCELLED");
  expect(await retryLetters(deps, admin, { campaignId: null, ids, from: "CANCELLED" })).toEqual({ changed: 1, ids });
  expect(await retryLetters(deps, admin, { ...all, from: "FAILED" })).toEqual({ changed: 1, ids: [refused.id] });
  expect([await statusOf(waiting.id), await statusOf(refused.id), await statusOf(sent.id)]).toEqual(["QUEUED", "QUEUED", "SENT"]);
});

it("tells a letter that came back from one refused at the door, and sends it again only by itself", async () => {
  const refused = await letter("FAILED");
  const returned = await letter("FAILED");
  await db.prisma.campaignEmail.update({ where: { id: returned.id }, data: { returnedAt: deps.clock.now() } });
  const overview = () => getSendingOverview(deps, admin, { campaignId: null });
  expect(await overview()).toMatchObject({ byStatus: { FAILED: 2 }, refused: 1, returned: 1 });
  const list = {
    page: 1,
    pageSize: 50,
    campaignId: null,
    method: null,
    held: null,
    recipient: "",
    source: "",
    search: "",
    answered: false,
  };
  const found = async (given: { status: "FAILED" | null; returned: boolean }) =>
    (await listLetters(deps, admin, { ...list, ...given })).items.map(({ id }) => id);
  expect(await found({ status: "FAILED", returned: false })).toEqual([refused.id]);
  expect(await found({ status: null, returned: true })).toEqual([returned.id]);
  expect(await retryLetters(deps, admin, { ...all, from: "FAILED" })).toEqual({ changed: 1, ids: [refused.id] });
  expect(await retryLetters(deps, admin, { campaignId: null, ids: [returned.id], from: "FAILED" })).toMatchObject({ changed: 1 });
  // Should it come back once more, that counts once more.
  expect(await getLetter(deps, admin, { id: returned.id })).toMatchObject({ status: "QUEUED", returnedAt: null });
  expect(await overview()).toMatchObject({ byStatus: { QUEUED: 2 }, refused: 0, returned: 0 });
});

describe("somebody with campaigns of her own", () => {
  it("acts on her letters only, and another's campaign looks like none", async () => {
    const mine = await letter("FAILED", { owner: helper });
    const other = await letter("FAILED");
    expect(await retryLetters(deps, helper, { ...all, from: "FAILED" })).toMatchObject({ ids: [mine.id] });
    expect(await retryLetters(deps, helper, { campaignId: null, ids: [other.id], from: "FAILED" })).toMatchObject({ changed: 0 });
    expect(await codeOf(cancelLetters(deps, helper, { campaignId: other.campaign.id, ids: null }))).toBe("NOT_FOUND");
    expect(await codeOf(getSendingOverview(deps, helper, { campaignId: other.campaign.id }))).toBe("NOT_FOUND");
    expect((await getSendingOverview(deps, helper, { campaignId: null })).byStatus).toEqual({ QUEUED: 1 });
    expect((await getSendingOverview(deps, aStranger(), { campaignId: null })).byStatus).toEqual({});
    const list = { page: 1, pageSize: 50, campaignId: null, status: null, method: null, held: null, recipient: "", source: "", search: "" };
    const letters = await listLetters(deps, helper, { ...list, returned: false, answered: false });
    expect(letters.items.map(({ id }) => id)).toEqual([mine.id]);
  });

  it("does not stop the whole house, nor see its mail", async () => {
    const log = { page: 1, pageSize: 50, search: "", status: null, locale: "en" as const };
    for (const actor of [helper, aStranger()])
      expect([
        await codeOf(setSendingPaused(deps, actor, { paused: true })),
        await codeOf(listEmailLog(deps, actor, log)),
        await codeOf(cleanSending(deps, actor, { olderThanDays: 30 })),
        await codeOf(releaseParkedRecipient(deps, actor, { id: newId() })),
        await codeOf(cancelParkedLetters(deps, actor, { id: newId() })),
      ]).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
  });
});

it("shows parked recipients with what waits for them, and releases or cancels", async () => {
  const { id } = await letter("QUEUED", { to: "gone@example.org", heldReason: "RECIPIENT_PARKED" });
  const now = deps.clock.now();
  const parked = await db.prisma.parkedRecipient.create({
    data: { email: "gone@example.org", refusals: 3, parkedAt: now, updatedAt: now },
  });
  expect(await listParkedRecipients(deps, admin)).toMatchObject([{ email: "gone@example.org", refusals: 3, waiting: 1 }]);
  expect(await getSendingOverview(deps, admin, { campaignId: null })).toMatchObject({ held: { RECIPIENT_PARKED: 1 }, parked: 1 });
  for (const actor of [helper, aStranger()]) expect(await listParkedRecipients(deps, actor)).toEqual([]);
  expect((await getSendingOverview(deps, helper, { campaignId: null })).parked).toBe(0);
  const mine = await letter("QUEUED", { owner: helper, to: "gone@example.org", heldReason: "RECIPIENT_PARKED" });
  expect(await listParkedRecipients(deps, helper)).toMatchObject([{ email: "gone@example.org", waiting: 1 }]);
  expect((await getSendingOverview(deps, helper, { campaignId: null })).parked).toBe(1);
  expect(await cancelLetters(deps, helper, { campaignId: mine.campaign.id, ids: [mine.id] })).toMatchObject({ changed: 1 });
  expect(await cancelParkedLetters(deps, admin, { id: parked.id })).toEqual({ changed: 1, ids: [id] });
  expect(await releaseParkedRecipient(deps, admin, { id: parked.id })).toEqual({ email: "gone@example.org" });
  expect(await codeOf(releaseParkedRecipient(deps, admin, { id: parked.id }))).toBe("NOT_FOUND");
});

it("pauses the house, names the next deadline, and counts what waits", async () => {
  const { campaign } = await letter("QUEUED");
  const at = new Date(deps.clock.now().getTime() + 3_600_000);
  await db.prisma.campaign.update({ where: { id: campaign.id }, data: { submissionDeadline: at } });
  await setSendingPaused(deps, admin, { paused: true });
  expect(await getSendingOverview(deps, admin, { campaignId: null })).toMatchObject({
    housePaused: true,
    waiting: 1,
    deadline: { campaignId: campaign.id, title: campaign.title, at, waiting: 1 },
  });
  await setSendingPaused(deps, admin, { paused: false });
  expect((await getSendingOverview(deps, admin, { campaignId: null })).housePaused).toBe(false);
});

it("names what a mail was by its template, in the reader's language", async () => {
  const names = { key: "a-template", name: "Reset of a password", translations: { fr: { name: "Nouveau mot de passe" } } };
  const words = { category: "SYSTEM" as const, subjectLine: "S", htmlContent: "", textContent: "" };
  await db.prisma.emailTemplate.create({ data: { ...names, ...words } });
  const entry = { subject: "S", status: "sent", sentAt: deps.clock.now() };
  await db.prisma.emailLog.createMany({
    data: [
      { ...entry, recipientEmail: "named@example.org", templateKey: "a-template" },
      { ...entry, recipientEmail: "unnamed@example.org", templateKey: "gone" },
    ],
  });
  const list = { page: 1, pageSize: 50, status: null };
  const nameOf = async (search: string, locale: "en" | "fr") =>
    (await listEmailLog(deps, admin, { ...list, search, locale })).items.map(({ templateName }) => templateName);
  expect(await nameOf("named@", "en")).toEqual(["Reset of a password"]);
  expect(await nameOf("named@", "fr")).toEqual(["Nouveau mot de passe"]);
  expect(await nameOf("unnamed@", "fr")).toEqual([null]);
  await db.prisma.emailLog.deleteMany();
});

it("finds mail by the start of an address, and cleans what is old", async () => {
  const old = new Date(deps.clock.now().getTime() - 40 * 86_400_000);
  const entry = { subject: "S", status: "sent" };
  await db.prisma.emailLog.createMany({
    data: [
      { ...entry, recipientEmail: "Mayor@example.org", sentAt: old },
      { ...entry, recipientEmail: "mp@example.org", sentAt: deps.clock.now(), status: "previewed" },
    ],
  });
  await letter("CANCELLED", { createdAt: old });
  const list = { page: 1, pageSize: 50, search: "", status: null, locale: "en" as const };
  expect((await listEmailLog(deps, admin, { ...list, search: "mayor@" })).total).toBe(1);
  expect((await listEmailLog(deps, admin, { ...list, status: "previewed" })).items).toMatchObject([{ recipientEmail: "mp@example.org" }]);
  expect(await cleanSending(deps, admin, { olderThanDays: 30 })).toEqual({ logEntries: 1, cancelledLetters: 1 });
  expect((await listEmailLog(deps, admin, list)).total).toBe(1);
});
