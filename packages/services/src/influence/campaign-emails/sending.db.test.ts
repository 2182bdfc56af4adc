import { explainWaitingLetters, releaseDueLetters } from "@cml/db/influence";
import type { Campaign } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { createMailer } from "@cml/integrations/email";
import { releaseLetters, sendLetters } from "@cml/services/influence";
import { aCampaign, createTestDb, fakeClock, startSmtpSink, testConfig, type TestDeps, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const system = systemActor();
const sink = await startSmtpSink();
const mailer = createMailer({ timeouts: { connectMs: 2_000, replyMs: 2_000 } });
let test: Awaited<ReturnType<typeof createTestDb>>;
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

// A Thursday, 15:00 in Edmonton.
const noon = "2026-11-12T22:00:00Z";

/** Letters on the job queue, in the order in which they leave. */
const releasedIn = ({ jobs }: Pick<TestDeps, "jobs">): string[] =>
  jobs.payloadsOf("email.send-letters").flatMap(({ letterIds }) => letterIds);

const house = (at = noon) => {
  const clock = fakeClock(at);
  const mail = { target: sink.target, fromAddress: "letters@example.org" };
  const deps = { ...testDeps({ db: test.db, clock, config: { ...testConfig, embeddedMail: false, mail } }), mailer };
  const send = async () => {
    await releaseLetters(deps, system);
    const ids = releasedIn(deps);
    await deps.jobs.run("email.send-letters", (payload) => sendLetters(deps, system, payload));
    return ids.length;
  };
  return { clock, deps, send };
};

type Row = { to: string; level?: "FEDERAL" | "PROVINCIAL" | "MUNICIPAL"; key?: string; postalCode?: string; at?: Date };

const letters = async (campaign: Campaign, rows: Row[]) => {
  const data = rows.map(({ to, level = "FEDERAL", key = to, postalCode = "T5J2R7", at = new Date("2026-11-01T00:00:00Z") }, n) => ({
    id: newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    userEmail: `s${n}@example.com`,
    userName: "Ana",
    userPostalCode: postalCode,
    recipientEmail: to,
    recipientName: to,
    recipientKey: key,
    recipientLevel: level,
    emailMethod: "SMTP" as const,
    subject: "S",
    message: "M",
    createdAt: new Date(at.getTime() + n),
  }));
  await test.db.prisma.campaignEmail.createMany({ data });
  return data.map(({ id }) => id);
};
const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row);
const rowsOf = (campaign: Campaign) =>
  test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const holdsOf = async (campaign: Campaign) => (await rowsOf(campaign)).map(({ heldReason }) => heldReason);
const sentTo = () => sink.received.map(({ to }) => to);
const eventsOf = async (id: string) =>
  (await test.db.prisma.letterEvent.findMany({ where: { letterId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
    ({ kind, words }) => `${kind}${words === null ? "" : ` ${words}`}`,
  );
const change = (campaign: Campaign, data: object) => test.db.prisma.campaign.update({ where: { id: campaign.id }, data });

describe("a letter waits, and says why, while", () => {
  it.each([
    ["its campaign is paused", { status: "PAUSED" }, "CAMPAIGN_PAUSED"],
    ["its campaign is archived", { status: "ARCHIVED" }, "ENDED"],
    ["sending has not begun", { sendFrom: new Date("2026-11-13T00:00:00Z") }, "NOT_YET"],
    ["sending is over", { sendUntil: new Date("2026-11-12T00:00:00Z") }, "ENDED"],
    ["it is not the day", { windowDays: [1, 2] }, "WINDOW"],
    ["it is before the hours", { windowFrom: "16:00", windowTo: "18:00" }, "WINDOW"],
    ["it is after the hours", { windowFrom: "08:00", windowTo: "15:00" }, "WINDOW"],
  ] as const)("%s", async (_when, given, reason) => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await change(campaign, { ...given });
    await letters(campaign, [{ to: "a@example.org" }]);
    expect(await here.send()).toBe(0);
    expect(await holdsOf(campaign)).toEqual([reason]);
    await change(campaign, { status: "ACTIVE", sendFrom: null, sendUntil: null, windowDays: [], windowFrom: null, windowTo: null });
    expect(await here.send()).toBe(1);
    expect(await rowsOf(campaign)).toMatchObject([{ status: "SENT", heldReason: null }]);
  });

  it("the whole house is paused", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const [id = ""] = await letters(campaign, [{ to: "a@example.org" }]);
    await test.db.prisma.siteSettings.update({ where: { id: "default" }, data: { sendingPaused: true } });
    expect(await here.send()).toBe(0);
    expect(await holdsOf(campaign)).toEqual(["HOUSE_PAUSED"]);
    await here.send();
    here.clock.advance(1_000);
    await test.db.prisma.siteSettings.update({ where: { id: "default" }, data: { sendingPaused: false } });
    await releaseLetters(here.deps, system);
    here.clock.advance(1_000);
    expect(await here.send()).toBe(1);
    expect(await eventsOf(id)).toEqual(["HELD HOUSE_PAUSED", "RELEASED", "HANDED_OVER 250 2.0.0 kept"]);
  });

  it("its recipient is parked, skipped, or sits in no parliament; others go on", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await test.db.prisma.parkedRecipient.create({
      data: { email: "parked@example.org", refusals: 3, parkedAt: here.clock.now(), updatedAt: here.clock.now() },
    });
    const target = { campaignId: campaign.id, recipientKey: "skipped", name: "S", updatedAt: here.clock.now() };
    await test.db.prisma.campaignTarget.create({ data: { ...target, handling: "SKIP" } });
    await test.db.prisma.sittingBreak.create({ data: { level: "PROVINCIAL", province: "NU", startsAt: new Date("2026-11-01T00:00:00Z") } });
    await letters(campaign, [
      { to: "Parked@example.org" },
      { to: "skipped@example.org", key: "skipped" },
      { to: "nunavut@example.org", level: "PROVINCIAL", postalCode: "X0A0H0" },
      { to: "yellowknife@example.org", level: "PROVINCIAL", postalCode: "X1A2P7" },
      { to: "federal@example.org", postalCode: "X0C0G0" },
    ]);
    expect(await here.send()).toBe(2);
    expect(sentTo().sort()).toEqual(["federal@example.org", "yellowknife@example.org"]);
    expect(await holdsOf(campaign)).toEqual(["RECIPIENT_PARKED", "TARGET_SKIPPED", "NO_SITTING_MEMBERS", null, null]);
  });

  it("the campaign's hourly rate is used up", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await change(campaign, { lettersPerHour: 2 });
    await letters(campaign, times(3, { to: "a@example.org" }));
    expect([await here.send(), await here.send()]).toEqual([2, 0]);
    expect(await holdsOf(campaign)).toEqual([null, null, "RATE"]);
    here.clock.advance(3_600_001);
    expect(await here.send()).toBe(1);
  });

  it("its recipient has got enough for this hour, or altogether; others go on", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await change(campaign, { recipientPerHour: 2, recipientTotal: 3 });
    await letters(campaign, [...times(5, { to: "a@example.org" }), { to: "b@example.org" }]);
    expect(await here.send()).toBe(3);
    expect(await holdsOf(campaign)).toEqual([null, null, "RECIPIENT_RATE", "RECIPIENT_RATE", "RECIPIENT_RATE", null]);
    here.clock.advance(3_600_001);
    expect(await here.send()).toBe(1);
    expect(await holdsOf(campaign)).toEqual([null, null, null, "RECIPIENT_TOTAL", "RECIPIENT_TOTAL", null]);
    here.clock.advance(3_600_001);
    expect(await here.send()).toBe(0);
    expect(sentTo().filter((to) => to === "a@example.org")).toHaveLength(3);
  });
});

describe("the hours of the organisation", () => {
  const leavesAt = async (moments: string[], given: object) => {
    await test.db.prisma.campaignEmail.deleteMany();
    const campaign = await aCampaign(test.db);
    await change(campaign, given);
    await letters(campaign, [{ to: "a@example.org" }]);
    const answers: boolean[] = [];
    for (const moment of moments) {
      const now = new Date(moment);
      const ids = await releaseDueLetters(test.db, { now, atMost: 10, lostBefore: now });
      answers.push(ids.length === 1);
      await test.db.prisma.campaignEmail.updateMany({ data: { queuedAt: null } });
    }
    return answers;
  };

  it("move with the clocks: 09:00 in Edmonton is 15:00 UTC in summer and 16:00 in winter", async () => {
    const around = ["2026-10-30T15:00:00Z", "2026-10-30T14:59:59Z", "2026-11-02T15:30:00Z", "2026-11-02T16:00:00Z"];
    expect(await leavesAt(around, { windowFrom: "09:00", windowTo: "17:00" })).toEqual([true, false, false, true]);
  });

  it("hold in the hour that comes twice and in the one that never comes", async () => {
    // 01:30 comes twice on 1 November; 02:30 never on 8 March.
    expect(await leavesAt(["2026-11-01T07:30:00Z", "2026-11-01T08:30:00Z"], { windowFrom: "01:00", windowTo: "02:00" })).toEqual([
      true,
      true,
    ]);
    const spring = ["2026-03-08T08:59:59Z", "2026-03-08T09:00:00Z", "2026-03-08T09:30:00Z"];
    expect(await leavesAt(spring, { windowFrom: "01:30", windowTo: "03:15" })).toEqual([true, true, false]);
  });

  it("over midnight belong to the day on which they open", async () => {
    // Friday 23:00, Saturday 05:00 and Saturday 23:00 in Edmonton.
    const nights = ["2026-11-14T06:00:00Z", "2026-11-14T12:00:00Z", "2026-11-15T06:00:00Z"];
    expect(await leavesAt(nights, { windowDays: [5], windowFrom: "22:00", windowTo: "06:00" })).toEqual([true, true, false]);
  });
});

it("lets campaigns and recipients take turns, oldest letter first", async () => {
  const now = new Date(noon);
  const busy = await aCampaign(test.db);
  const small = await aCampaign(test.db);
  const [a1 = "", a2 = "", a3 = ""] = await letters(busy, times(3, { to: "a@example.org" }));
  const [b1 = ""] = await letters(busy, [{ to: "b@example.org", at: new Date("2026-11-05T00:00:00Z") }]);
  const [c1 = ""] = await letters(small, [{ to: "a@example.org", at: new Date("2026-11-06T00:00:00Z") }]);
  const rule = { now, lostBefore: new Date(now.getTime() - 300_000) };
  const ids = await releaseDueLetters(test.db, { ...rule, atMost: 4 });
  expect(ids.slice(0, 2).sort()).toEqual([a1, c1].sort());
  expect(ids.slice(2)).toEqual([b1, a2]);
  expect(await releaseDueLetters(test.db, { ...rule, atMost: 5 })).toEqual([a3]);
  expect(await releaseDueLetters(test.db, { ...rule, atMost: 5 })).toEqual([]);
});

it("stays quick with 20,000 letters for 400 people waiting", async () => {
  const campaign = await aCampaign(test.db);
  await test.db.pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "recipientEmail", "recipientName", "emailMethod", "subject", "message", "createdAt")
     SELECT gen_random_uuid(), $1, $2, 'r' || n % 400 || '@example.org', 'R', 'SMTP', 'S', 'M', now() - interval '1 day' + n * interval '1 second'
     FROM generate_series(1, 20000) n`,
    [campaign.id, campaign.slug],
  );
  const now = new Date();
  const begun = performance.now();
  const ids = await releaseDueLetters(test.db, { now, atMost: 2_000, lostBefore: new Date(now.getTime() - 300_000) });
  const released = performance.now() - begun;
  await explainWaitingLetters(test.db, { now, lostBefore: new Date(now.getTime() - 300_000), atMost: 5_000 });
  expect(ids).toHaveLength(2_000);
  // A bound for the plan, not for the machine: reading and sorting all of them again and again takes many seconds.
  expect(released).toBeLessThan(3_000);
});

describe("pausing", () => {
  it("holds a thousand letters, those on the job queue too, and lets every one go once", { timeout: 120_000 }, async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await letters(
      campaign,
      Array.from({ length: 1_000 }, (_, n) => ({ to: `r${n % 50}@example.org` })),
    );
    await releaseLetters(here.deps, system);
    const jobs = releasedIn(here.deps);
    expect(jobs).toHaveLength(1_000);
    await sendLetters(here.deps, system, { letterIds: jobs.slice(0, 100) });
    await change(campaign, { status: "PAUSED" });
    await sendLetters(here.deps, system, { letterIds: jobs.slice(100) });
    expect(sink.received).toHaveLength(100);
    here.deps.jobs.clear();
    here.clock.advance(1_000);
    expect(await here.send()).toBe(0);
    expect(await test.db.prisma.campaignEmail.count({ where: { status: "QUEUED", heldReason: "CAMPAIGN_PAUSED" } })).toBe(900);
    await change(campaign, { status: "ACTIVE" });
    here.clock.advance(1_000);
    await releaseLetters(here.deps, system);
    const again = releasedIn(here.deps);
    expect(again).toHaveLength(900);
    await sendLetters(here.deps, system, { letterIds: [...again, ...again] });
    expect(sink.received).toHaveLength(1_000);
    expect(await test.db.prisma.campaignEmail.count({ where: { status: "SENT" } })).toBe(1_000);
  });
});

describe("refusals", () => {
  it("park a recipient after three in a row, and an accepted letter forgives", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const ids = await letters(campaign, times(6, { to: "gone@example.org" }));
    sink.misbehave({ at: "rcpt", answer: "550 5.1.1 no such person" });
    const one = (n: number) => sendLetters(here.deps, system, { letterIds: [ids[n] ?? ""] });
    await one(0);
    await one(1);
    sink.misbehave(null);
    await one(2);
    expect(await test.db.prisma.parkedRecipient.count()).toBe(0);
    sink.misbehave({ at: "rcpt", answer: "550 5.1.1 no such person" });
    await one(3);
    await one(4);
    expect(await test.db.prisma.parkedRecipient.findMany()).toMatchObject([{ email: "gone@example.org", refusals: 2, parkedAt: null }]);
    const [seventh = ""] = await letters(campaign, [{ to: "Gone@example.org" }]);
    await sendLetters(here.deps, system, { letterIds: [seventh] });
    expect(await test.db.prisma.parkedRecipient.findMany()).toMatchObject([
      { refusals: 3, lastResponse: expect.stringContaining("5.1.1") },
    ]);
    sink.misbehave(null);
    await one(5);
    expect(await here.send()).toBe(0);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual([
      "FAILED",
      "FAILED",
      "FAILED",
      "SENT",
      "FAILED",
      "FAILED",
      "QUEUED",
    ]);
    expect(await eventsOf(ids[0] ?? "")).toEqual(["REFUSED 550 5.1.1 no such person"]);
  });

  it("of the sender or the whole server count against nobody", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const ids = await letters(campaign, times(4, { to: "fine@example.org" }));
    sink.misbehave({ at: "mail", answer: "550 5.7.1 relaying denied" });
    for (const letterId of ids) await sendLetters(here.deps, system, { letterIds: [letterId] });
    expect(await test.db.prisma.parkedRecipient.count()).toBe(0);
  });
});

describe("a clerk in copy", () => {
  it("is on the same mail, once", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    await change(campaign, { clerkName: "City Clerk", clerkEmail: "clerk@example.org", publicRecord: true });
    await letters(campaign, [{ to: "mayor@example.org" }]);
    await here.send();
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]?.raw).toContain("Cc: City Clerk <clerk@example.org>");
    expect(sink.received[0]?.raw).toContain("This letter is part of the public record.");
  });
});

describe("letters of a dead process", () => {
  it("are put right well within a minute, those of a living one are left alone", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const [dead = "", gone = ""] = await letters(campaign, times(2, { to: "a@example.org" }));
    const claimed = { status: "SENDING" as const, claimedAt: here.clock.now(), queuedAt: here.clock.now() };
    await test.db.prisma.campaignEmail.update({ where: { id: dead }, data: { ...claimed, claimedBy: "dead" } });
    await test.db.prisma.campaignEmail.update({
      where: { id: gone },
      data: { ...claimed, claimedBy: "gone", handOverStartedAt: here.clock.now() },
    });
    here.clock.advance(20_000);
    await releaseLetters(here.deps, system);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["SENDING", "SENDING"]);
    here.clock.advance(10_000);
    expect(await here.send()).toBe(1);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["SENT", "UNCERTAIN"]);
    expect(await eventsOf(gone)).toEqual(["UNCERTAIN"]);
  });

  it("are not those of one that waits long for a mail server: it says again and again that it lives", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const [id = ""] = await letters(campaign, times(1, { to: "a@example.org" }));
    let answer = (): void => undefined;
    const reached = new Promise<void>((atServer) => {
      here.deps.mailer = {
        ...mailer,
        handOver: (mail, options) =>
          new Promise<void>((go) => {
            answer = go;
            atServer();
          }).then(() => mailer.handOver(mail, options)),
      };
    });
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const sending = sendLetters(here.deps, system, { letterIds: [id] });
      await reached;
      for (let beat = 1; beat <= 12; beat += 1) {
        here.clock.advance(5_000);
        vi.advanceTimersByTime(5_000);
        await expect.poll(async () => (await rowsOf(campaign))[0]?.claimedAt).toEqual(here.clock.now());
        await releaseLetters(here.deps, system);
      }
      expect(await rowsOf(campaign)).toMatchObject([{ status: "SENDING" }]);
      answer();
      await sending;
      expect(vi.getTimerCount(), "no beat without letters").toBe(0);
    } finally {
      vi.useRealTimers();
    }
    expect(await rowsOf(campaign)).toMatchObject([{ status: "SENT" }]);
    expect(sentTo()).toEqual(["a@example.org"]);
  });
});
