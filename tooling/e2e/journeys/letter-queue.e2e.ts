import { startRepresentReplay } from "@cml/integrations/represent";
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson, picture, startBrowser } from "../src/browser";
import { mutate } from "../src/admin-call";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House, raiseHouse } from "../src/house";
import { lookOver } from "../src/look-over";
import { startMailSink } from "../src/mail-sink";

let house: House;
let browser: Browser;
let sink: Awaited<ReturnType<typeof startMailSink>>;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  // As slow as a real mail server, so that a person has the time to press a button.
  sink = await startMailSink({ answersAfterMs: 150 });
  undo.push(() => sink.close());
  const represent = await startRepresentReplay();
  undo.push(() => represent.stop());
  house = await raiseHouse({
    env: {
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(sink.port),
      SMTP_FROM: "letters@act.example.org",
      REPRESENT_URL: represent.baseUrl,
      TRUST_PROXY: "loopback",
    },
  });
  undo.push(() => house.stop());
  browser = await startBrowser();
  undo.push(() => browser.close());
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

const postalCode = "M5V3L9";
const total = 1_000;
const atOnce = 12;

const ask = async <Answer>(address: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(`${house.url}/trpc/public/${address}`, init);
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return (JSON.parse(text) as { result: { data: { json: Answer } } }).result.data.json;
};

/** As many supporters as are wanted, each from an address of her own, a few at a time, through the door the page uses. */
const manyWrite = async (campaignSlug: string): Promise<void> => {
  const question = { campaignSlug, postalCode, locale: "en", districts: [] };
  const found = await ask<{ targets: { id: string }[] }>(
    `influence.representatives.lookUp?input=${encodeURIComponent(JSON.stringify({ json: question }))}`,
  );
  const targetIds = found.targets.map(({ id }) => id);
  let next = 0;
  const supporter = async (): Promise<void> => {
    for (let n = (next += 1); n <= total; n = next += 1) {
      const openedAt = new Date(Date.now() - 60_000).toISOString();
      const who = { name: `Supporter ${n}`, email: `supporter-${n}@example.com`, postalCode, locale: "en" };
      const consents = { tellHowItEnds: false, newsletter: false };
      const json = { submissionId: randomUUID(), campaignSlug, targetIds, ...who, consents, openedAt, trap: "" };
      const { state } = await ask<{ state: string }>("influence.letters.submit", {
        method: "POST",
        headers: { "content-type": "application/json", origin: house.url, "x-forwarded-for": `10.0.${n >> 8}.${n & 255}` },
        body: JSON.stringify({ json, meta: { values: { openedAt: ["Date"] } } }),
      });
      expect(state).toBe("QUEUED");
    }
  };
  await Promise.all(Array.from({ length: atOnce }, supporter));
};

/** The number on a tile, as a person reads it. */
const figure = async (page: Page, label: string): Promise<number> => {
  const tile = page.getByRole("region", { name: "Where the letters are" }).getByText(label, { exact: true }).locator("xpath=..");
  return Number(/[\d,]+/.exec((await tile.innerText()).replace(label, ""))?.[0].replaceAll(",", "") ?? Number.NaN);
};

const letters = () => sink.mailsTo("mp2@example.org");
const handedOver = () => letters().length;

const stillMs = 5_000;
/** Waits until nothing has left for a while: longer than the server takes for a look at what may leave. */
const nothingLeaves = async (): Promise<number> => {
  let [count, since] = [handedOver(), Date.now()];
  const stillFor = () => {
    if (handedOver() !== count) [count, since] = [handedOver(), Date.now()];
    return Date.now() - since;
  };
  await expect.poll(stillFor, { timeout: 60_000 }).toBeGreaterThan(stillMs);
  return count;
};

it("stops a thousand letters on their way, by the house and by the campaign, and brings each of them once", async () => {
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const { page } = organiser;
  await enterAdmin(page, administratorOf(house));
  const campaign = await mutate<{ id: string; slug: string }>(page, "admin/influence.campaigns.create", {
    title: "A crossing by the school",
    emailSubject: "A crossing by the school",
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the crossing.\n\nThank you.",
    targetGovernmentLevels: ["FEDERAL"],
    verifySender: false,
  });
  await mutate(page, "admin/influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });
  await mutate(page, "admin/influence.sending.setPaused", { paused: true });
  await manyWrite(campaign.slug);

  // The organiser sees a thousand letters held, and lets them go.
  await page.goto("/admin/letters");
  await page.getByText("All sending is paused", { exact: true }).waitFor();
  await expect.poll(() => figure(page, "Held back"), { timeout: 30_000 }).toBe(total);
  expect(handedOver()).toBe(0);
  await lookOver(page, "queue-paused");
  await page.getByRole("button", { name: "Resume sending" }).click();

  // The page counts with them, without a reload; a press on pause, and the far end hears nothing more.
  await expect.poll(() => figure(page, "Handed over"), { timeout: 60_000 }).toBeGreaterThan(20);
  await picture(page, "queue-going");
  await page.getByRole("button", { name: "Pause all sending" }).click();
  await page.getByText("All sending is paused", { exact: true }).waitFor();
  const stopped = await nothingLeaves();
  expect(stopped).toBeLessThan(total);
  await expect.poll(() => figure(page, "Handed over"), { timeout: 30_000 }).toBe(stopped);
  await expect.poll(() => figure(page, "Held back"), { timeout: 30_000 }).toBe(total - stopped);
  await page.reload();
  await page.getByText("All sending is paused", { exact: true }).waitFor();
  await expect.poll(() => figure(page, "Held back"), { timeout: 30_000 }).toBe(total - stopped);

  // They go on; then the campaign alone is paused, and its letters wait.
  await page.getByRole("button", { name: "Resume sending" }).click();
  await expect.poll(handedOver, { timeout: 60_000 }).toBeGreaterThan(stopped);
  await page.goto(`/admin/campaigns/${campaign.id}`);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByText("The campaign is paused. Letters wait.").waitFor();
  const held = await nothingLeaves();
  expect(held).toBeLessThan(total);
  await expect.poll(() => figure(page, "Queued"), { timeout: 30_000 }).toBe(total - held);
  await lookOver(page, "campaign-queue-held");
  await page.goto("/admin/letters");
  await page.getByRole("link", { name: /The campaign is paused\./ }).waitFor();
  expect(await page.getByText("All sending is paused", { exact: true }).count()).toBe(0);
  await expect.poll(() => figure(page, "Held back"), { timeout: 30_000 }).toBe(total - held);
  await lookOver(page, "queue-campaign-paused");
  await page.goto(`/admin/campaigns/${campaign.id}`);
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  // A page that is left takes a question with it that has not reached the server yet.
  await page.getByText("The campaign is live.").waitFor();

  // All thousand arrive, each once.
  await page.goto("/admin/letters");
  await expect.poll(() => figure(page, "Handed over"), { timeout: 150_000 }).toBe(total);
  await nothingLeaves();
  const writers = letters().map(({ mail }) => mail.replyTo?.[0]?.address);
  expect(writers).toHaveLength(total);
  expect(new Set(writers).size).toBe(total);
  await lookOver(page, "queue-done");
  expect(organiser.faults).toEqual([]);
});
