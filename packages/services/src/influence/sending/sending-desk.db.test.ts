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

describe("somebody with campaigns of her own", () => {
  it("acts on her letters only, and another's campaign looks like none", async () => {
    const mine = await letter("FAILED", { owner: helper });
    const other = await letter("FAILED");
    expect(await retryLetters(deps, helper, { ...all, from: "FAILED" })).toMatchObject({ ids: [mine.id] });
    expect(await retryLetters(deps, helper, { campaignId: null, ids: [other.id], from: "FAILED" })).toMatchObject({ changed: 0 });
    expect(await codeOf(cancelLetters(deps, helper, { campaignId: other.campaign.id, ids: null }))).toBe("NOT_FOUND");
    expect(await codeOf(getSendingOverview(deps, helper, { campaignId: other.campaign.id }))).toBe("NOT_FOUND");
    expect((await getSendingOverview(deps, helper, { campaignId: null })).byStatus).toEqual({ QUEUED: 1 });
    const list = { page: 1, pageSize: 50, campaignId: null, status: null, method: null, held: null, recipient: "", source: "", search: "" };
    const letters = await listLetters(deps, helper, { ...list, returned: false, answered: false });
    expect(letters.items.map(({ id }) => id)).toEqual([mine.id]);
  });

  it("does not stop the whole house, nor see its mail", async () => {
    const log = { page: 1, pageSize: 50, search: "", status: null };
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
  const list = { page: 1, pageSize: 50, search: "", status: null };
  expect((await listEmailLog(deps, admin, { ...list, search: "mayor@" })).total).toBe(1);
  expect((await listEmailLog(deps, admin, { ...list, status: "previewed" })).items).toMatchObject([{ recipientEmail: "mp@example.org" }]);
  expect(await cleanSending(deps, admin, { olderThanDays: 30 })).toEqual({ logEntries: 1, cancelledLetters: 1 });
  expect((await listEmailLog(deps, admin, list)).total).toBe(1);
});
