import { claimTemplateMail } from "@cml/db/platform";
import { createMailer } from "@cml/integrations/email";
import {
  aShift,
  aStranger,
  actorOf,
  anActor,
  aUser,
  createTestDb,
  fakeClock,
  type SmtpSink,
  startSmtpSink,
  testConfig,
  type TestDb,
  testDeps,
} from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendTemplateMail } from "../../content/template-mails/send-template-mail";
import { sweepTemplateMails } from "../../content/template-mails/sweep-template-mails";
import {
  actOnMySignup,
  addWalkUp,
  cancelShift,
  cancelSignup,
  checkIn,
  closeShift,
  messageShift,
  signUpForShift,
  sweepShifts,
  updateShift,
} from "../index";

let test: TestDb;
let sink: SmtpSink;
beforeAll(async () => {
  test = await createTestDb();
  sink = await startSmtpSink();
});
afterAll(async () => {
  await sink.stop();
  await test.drop();
});
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Shift", "TemplateMail", "EmailLog" CASCADE`);
  sink.received.length = 0;
});

const system = anActor("SUPER_ADMIN");
const mailer = createMailer({ timeouts: { connectMs: 2_000, replyMs: 2_000 } });

const house = async (date: string, now: string) => {
  const clock = fakeClock(now);
  const config = { ...testConfig, embeddedMail: false, mail: { target: sink.target, fromAddress: "shifts@example.org" } };
  const deps = { ...testDeps({ db: test.db, clock }), config, mailer };
  const admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  const shift = await aShift(test.db, { date, startTime: "13:00", endTime: "15:00", maxVolunteers: 2, openPlaces: 2 });
  const sign = (name: string, locale: "en" | "fr" = "en") =>
    signUpForShift(deps, aStranger({ ipHash: crypto.randomUUID() }), {
      shiftId: shift.id,
      name,
      email: `${name.toLowerCase()}@example.org`,
      phone: null,
      locale,
    });
  const idOf = async (userName: string) =>
    (await test.db.prisma.shiftSignup.findFirstOrThrow({ where: { shiftId: shift.id, userName } })).id;
  /** What a worker does with the rows that wait, over the wire. */
  const deliver = async () => {
    const rows = await test.db.prisma.templateMail.findMany({ where: { status: "QUEUED" }, orderBy: { id: "asc" } });
    for (const { id } of rows) await sendTemplateMail(deps, system, { mailId: id });
  };
  const at = async (moment: string) => {
    clock.set(moment);
    await sweepShifts(deps, system);
    await deliver();
    return arrived();
  };
  return { deps, clock, admin, shift, sign, idOf, deliver, at };
};

/** Which mails stand at the far end, to whom, as often as they came. */
const arrived = async (): Promise<string[]> => {
  const log = await test.db.prisma.emailLog.findMany({ select: { messageId: true, templateKey: true } });
  const keyOf = new Map(log.map(({ messageId, templateKey }) => [messageId, templateKey?.replace("shift-", "") ?? ""]));
  return sink.received.map(({ to, messageId }) => `${keyOf.get(messageId) ?? "?"} ${to.split("@")[0] ?? ""}`);
};
const added = (all: string[], before: string[]): string[] => all.slice(before.length).sort();

describe("the mails of a shift arrive over SMTP", () => {
  it.each([
    ["2026-03-08", "2026-03-05T12:00:00Z", "2026-03-07T18:00:00Z", "2026-03-08T14:00:00Z", "2026-03-08T19:00:00Z", "2026-03-08T22:00:00Z"],
    ["2026-11-01", "2026-10-28T12:00:00Z", "2026-10-31T17:00:00Z", "2026-11-01T15:00:00Z", "2026-11-01T20:00:00Z", "2026-11-01T23:00:00Z"],
  ])("each once across the clock change of %s", async (date, now, dayBefore, sameDay, begins, after) => {
    const { deps, admin, shift, sign, idOf, deliver, at, clock } = await house(date, now);
    await sign("Ann");
    await sign("Bob", "fr");
    await sign("Cid");
    await deliver();
    let before = await arrived();
    expect([...before].sort()).toEqual(["signup-confirmation ann", "signup-confirmation bob", "signup-confirmation cid"]);
    const next = async (moment: string) => {
      const all = await at(moment);
      const fresh = added(all, before);
      before = all;
      return fresh;
    };
    const early = (moment: string) => new Date(new Date(moment).getTime() - 1).toISOString();
    await messageShift(deps, admin, { shiftId: shift.id, bodies: { en: "Bring gloves", fr: "Apportez des gants" } });
    expect(await next(new Date(new Date(now).getTime() + 60_000).toISOString())).toEqual(["details ann", "details bob", "details cid"]);
    await cancelSignup(deps, admin, await idOf("Ann"));
    expect(await next(new Date(new Date(now).getTime() + 120_000).toISOString())).toEqual(["offer cid", "removed ann"]);
    const offer = sink.received.findLast(({ to }) => to.startsWith("cid"))?.raw.replace(/=\r\n/g, "") ?? "";
    const token = /shifts\/mine\/(\w+)/.exec(offer)?.[1] ?? "";
    await actOnMySignup(deps, aStranger({ ipHash: crypto.randomUUID() }), { token, verb: "TAKE" });
    expect(await next(early(dayBefore))).toEqual([]);
    expect(await next(dayBefore)).toEqual(["day-before bob", "day-before cid"]);
    expect(await next(early(sameDay))).toEqual([]);
    expect(await next(sameDay)).toEqual(["same-day bob", "same-day cid"]);
    clock.set(begins);
    await checkIn(deps, admin, { shiftId: shift.id, signupId: await idOf("Bob"), at: null });
    await addWalkUp(deps, admin, {
      shiftId: shift.id,
      id: crypto.randomUUID(),
      name: "Walker",
      phone: "604 555 0100",
      locale: "en",
      at: null,
    });
    clock.set(new Date(new Date(begins).getTime() + 3_600_000).toISOString());
    await closeShift(deps, admin, { shiftId: shift.id, reason: null });
    expect(await next(early(after))).toEqual([]);
    expect(await next(after)).toEqual(["after-attended bob", "after-missed cid"]);
    expect(await next(after)).toEqual([]);
  });

  it("of a change and of a cancelled shift with its reason, in each person's language", async () => {
    const { deps, admin, shift, sign, at } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    await sign("Ann");
    await sign("Bob", "fr");
    await updateShift(deps, admin, { id: shift.id, startTime: "14:00", endTime: "16:00" });
    const changed = await at("2026-11-25T12:05:00Z");
    expect(added(changed, changed.slice(0, 2))).toEqual(["changed ann", "changed bob"]);
    await cancelShift(deps, admin, { id: shift.id, reasons: { en: "Too much snow", fr: "Trop de neige" } });
    const all = await at("2026-11-25T12:10:00Z");
    expect(added(all, changed)).toEqual(["cancelled ann", "cancelled bob"]);
    const rawTo = (name: string) => sink.received.findLast(({ to }) => to.startsWith(name))?.raw ?? "";
    expect(rawTo("ann")).toContain("Too much snow");
    expect(rawTo("bob")).toContain("Trop de neige");
    expect(await at("2026-11-26T12:10:00Z")).toHaveLength(all.length);
  });

  it("once, when the process dies while it writes them, or between taking one and sending it", async () => {
    const { deps, sign, deliver, clock } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    await sign("Ann");
    await sign("Bob");
    await deliver();
    clock.set("2026-11-27T18:00:00Z");
    let made = 0;
    const dying = {
      ...deps,
      newId: () => {
        made += 1;
        if (made === 2) throw new Error("killed");
        return deps.newId();
      },
    };
    await expect(sweepShifts(dying, system)).rejects.toThrow("killed");
    expect(await test.db.prisma.templateMail.count({ where: { templateKey: "shift-day-before" } })).toBe(0);
    await sweepShifts(deps, system);
    const [taken] = await test.db.prisma.templateMail.findMany({ where: { templateKey: "shift-day-before" } });
    // Another process took the row and died before it said a word to the server.
    await claimTemplateMail(test.db, { id: taken?.id ?? "", token: deps.newId(), now: clock.now() });
    await deliver();
    expect((await arrived()).slice(2)).toHaveLength(1);
    clock.set("2026-11-27T19:00:00Z");
    await sweepTemplateMails(deps, system);
    await deliver();
    await sweepShifts(deps, system);
    await deliver();
    expect((await arrived()).slice(2).sort()).toEqual(["day-before ann", "day-before bob"]);
  });
});
