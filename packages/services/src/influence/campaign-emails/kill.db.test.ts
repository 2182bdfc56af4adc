import { handedOverAtOnce } from "@cml/domain/influence";
import { aCampaign, createTestDb, startSmtpSink } from "@cml/testing";
import { startTestProcess, startTestRedis } from "@cml/testing/processes";
import { v7 as newId } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import type { LettersProcess } from "../../../test/letters-process";

const letters = 400;

const { db, url, drop } = await createTestDb();
const redis = await startTestRedis({ required: process.env["CI"] !== undefined });
const sink = await startSmtpSink({ replyAfterMs: 30 });
afterAll(async () => {
  await sink.stop();
  await redis?.stop();
  await drop();
});

const onPostgres = { name: "PostgreSQL", env: { TEST_DATABASE_URL: url } };
const backends =
  redis === null ? [onPostgres] : [onPostgres, { name: "Redis", env: { TEST_DATABASE_URL: url, TEST_REDIS_URL: redis.url } }];

const waitingLetters = async () => {
  const campaign = await aCampaign(db);
  const row = (n: number) => ({
    id: newId(), campaignId: campaign.id, campaignSlug: campaign.slug, userEmail: `s${n}@example.com`, userName: "Ana", userPostalCode: "M5V3L9",
    recipientEmail: `r${n}@example.org`, recipientName: "R", emailMethod: "SMTP" as const, subject: "S", message: "M",
  }); // prettier-ignore
  await db.prisma.campaignEmail.createMany({ data: Array.from({ length: letters }, (_, n) => row(n)) });
  return campaign.id;
};

describe.each(backends)("letters over $name", ({ env }) => {
  const startSender = async () => {
    const sender = await startTestProcess<LettersProcess>(new URL("../../../test/letters-process.ts", import.meta.url), env);
    await sender.call("start", sink.target.port);
    return sender;
  };

  /** Sends all of them while the sender is killed so many times, and gives what became of them. */
  const drain = async (kills: number) => {
    sink.received.length = 0;
    const campaignId = await waitingLetters();
    for (let kill = 1; kill <= kills; kill += 1) {
      const sender = await startSender();
      const goal = Math.floor((letters / (kills + 1)) * kill);
      await expect.poll(() => sink.received.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(goal);
      await sender.kill();
    }
    const last = await startSender();
    const unfinished = () => db.prisma.campaignEmail.count({ where: { campaignId, status: { in: ["QUEUED", "SENDING"] } } });
    await expect.poll(unfinished, { timeout: 90_000, interval: 100 }).toBe(0);
    await last.stop();
    const rows = await db.prisma.campaignEmail.findMany({ where: { campaignId }, select: { recipientEmail: true, status: true } });
    const inStatus = (status: string) => rows.filter((one) => one.status === status).map((one) => one.recipientEmail);
    const counted = await db.prisma.counterDelta.aggregate({ where: { entityId: campaignId }, _sum: { delta: true } });
    return {
      sent: inStatus("SENT"),
      uncertain: inStatus("UNCERTAIN"),
      arrived: sink.received.map(({ to }) => to),
      counted: counted._sum.delta,
    };
  };

  it("arrive once each", { timeout: 180_000 }, async () => {
    const { sent, arrived, counted } = await drain(0);
    expect(arrived).toHaveLength(letters);
    expect(new Set(arrived).size, "no letter twice").toBe(letters);
    expect([sent.length, counted]).toEqual([letters, letters]);
  });

  it("arrive once or are said to be uncertain, although the sender is killed again and again", { timeout: 300_000 }, async () => {
    const kills = 3;
    const { sent, uncertain, arrived, counted } = await drain(kills);
    expect(new Set(arrived).size, "no letter twice").toBe(arrived.length);
    expect(sent.length + uncertain.length, "none lost").toBe(letters);
    expect(uncertain.length).toBeLessThanOrEqual(kills * handedOverAtOnce);
    expect(
      sent.filter((to) => !arrived.includes(to)),
      "SENT is true",
    ).toEqual([]);
    expect(counted).toBe(sent.length);
  });
});
