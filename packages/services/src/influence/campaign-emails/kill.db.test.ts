import { createTestDb, aCampaign, startSmtpSink } from "@cml/testing";
import { startTestProcess } from "@cml/testing/processes";
import { v7 as newId } from "uuid";
import { afterAll, expect, it } from "vitest";
import type { LettersProcess } from "../../../test/letters-process";

const letters = 40;
const kills = 3;
const connections = 4;

const { db, url, drop } = await createTestDb();
const sink = await startSmtpSink({ replyAfterMs: 30 });
afterAll(async () => {
  await sink.stop();
  await drop();
});

const startSender = async () => {
  const sender = await startTestProcess<LettersProcess>(new URL("../../../test/letters-process.ts", import.meta.url), {
    TEST_DATABASE_URL: url,
  });
  await sender.call("start", sink.target.port);
  return sender;
};

it("sends every letter once or says that it cannot know, although the sender is killed again and again", async () => {
  const campaign = await aCampaign(db);
  const row = (n: number) => ({
    id: newId(), campaignId: campaign.id, campaignSlug: campaign.slug, userEmail: `s${n}@example.com`, userName: "Ana", userPostalCode: "M5V3L9",
    recipientEmail: `r${n}@example.org`, recipientName: "R", emailMethod: "SMTP" as const, subject: "S", message: "M",
  }); // prettier-ignore
  await db.prisma.campaignEmail.createMany({ data: Array.from({ length: letters }, (_, n) => row(n)) });
  for (let kill = 1; kill <= kills; kill += 1) {
    const sender = await startSender();
    const goal = Math.floor((letters / (kills + 1)) * kill);
    await expect.poll(() => sink.received.length, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(goal);
    await sender.kill();
  }
  const last = await startSender();
  const unfinished = () => db.prisma.campaignEmail.count({ where: { campaignId: campaign.id, status: { in: ["QUEUED", "SENDING"] } } });
  await expect.poll(unfinished, { timeout: 30_000, interval: 100 }).toBe(0);
  await last.stop();

  const rows = await db.prisma.campaignEmail.findMany({
    where: { campaignId: campaign.id },
    select: { recipientEmail: true, status: true },
  });
  const arrived = sink.received.map(({ to }) => to);
  const inStatus = (status: string) => rows.filter((one) => one.status === status).map((one) => one.recipientEmail);
  expect(new Set(arrived).size, "no letter twice").toBe(arrived.length);
  expect(inStatus("SENT").length + inStatus("UNCERTAIN").length, "none lost").toBe(letters);
  expect(inStatus("UNCERTAIN").length).toBeLessThanOrEqual(kills * connections);
  expect(
    inStatus("SENT").filter((to) => !arrived.includes(to)),
    "SENT is true",
  ).toEqual([]);
  const counted = await db.prisma.counterDelta.aggregate({ where: { entityId: campaign.id }, _sum: { delta: true } });
  expect(counted._sum.delta).toBe(inStatus("SENT").length);
});
