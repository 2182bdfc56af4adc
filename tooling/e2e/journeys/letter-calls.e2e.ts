import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { ask } from "../src/admin-call";
import { desktop, newPerson, phone, pictures } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";

let all: LetterHouse;

beforeAll(async () => {
  all = await raiseLetterHouse();
});
afterAll(async () => {
  await all.close();
});

it("calls number by number with a script, and tells the organiser what came of it", async () => {
  const campaign = await all.publish({
    targetGovernmentLevels: ["PROVINCIAL"],
    allowCalls: true,
    callScript: "Hello, my name is {{SENDER_NAME}} and I live in {{SENDER_CITY}}. Please bring back the night bus.",
  });
  const { page, faults } = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone });
  await page.goto(`/c/${campaign.slug}?s=flyer`);
  await page.getByLabel("Your postal code").fill("M5V 3L9");
  await page.getByRole("button", { name: "Find my representatives" }).click();
  await page.getByRole("button", { name: "Call them instead" }).click();
  const card = page.getByRole("article", { name: "Alex Exampleton" });
  await card.waitFor();
  const number = card.locator("a[href^='tel:']");
  const first = await number.getAttribute("href");
  await card.getByText(/I live in Toronto/i).waitFor();
  await card.getByText(/The office is (open|closed)/).waitFor();
  expect(await card.getByRole("img", { name: "Scan to dial with your telephone" }).isVisible(), "a phone dials itself").toBe(false);
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "calls");

  // At a computer the number is scanned.
  await page.setViewportSize(desktop);
  await card.getByRole("img", { name: "Scan to dial with your telephone" }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize(phone);

  await card.getByRole("button", { name: "Voicemail is full" }).click();
  await card.getByText("Noted: the voicemail is full.").waitFor();
  await pictures(page, "calls-said");
  await card.getByRole("button", { name: "Try the next number" }).click();
  await expect.poll(() => number.getAttribute("href")).not.toBe(first);
  const second = (await number.getAttribute("href")) ?? "";
  expect(second).toMatch(/^tel:\+1416555011[01]$/);

  // A slip is taken back with one tap, and the same call is told again.
  await card.getByRole("button", { name: "I left a message" }).click();
  await card.getByText("Counted: you left a message.").waitFor();
  await card.getByRole("button", { name: "Undo" }).click();
  await card.getByRole("button", { name: "I talked to somebody" }).click();
  await card.getByText("Counted: you talked to somebody.").waitFor();
  await page.getByText("Thank you for calling").waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  // Calls that reached somebody count; a full voicemail is no call made.
  const calls = async () => (await ask<{ callCount: number }>(all.admin, "admin/influence.campaigns.get", { id: campaign.id })).callCount;
  await expect.poll(calls, { timeout: 30_000 }).toBe(1);
  await all.admin.goto(`/admin/campaigns/${campaign.id}?tab=statistics`);
  await all.admin.getByText("Alex Exampleton").first().waitFor();
  await all.admin.getByText("flyer").first().waitFor();
  await pictures(all.admin, "calls-statistics");
  expect(faults).toEqual([]);
});

it("makes a phone day of a campaign that offers calls only", async () => {
  const { slug } = await all.publish({
    title: "Phone day",
    targetGovernmentLevels: ["MUNICIPAL"],
    allowCalls: true,
    allowSmtpEmail: false,
    allowMailtoLink: false,
    allowPrint: false,
    callScript: "Please vote for the night bus.",
  });
  const { page, faults } = await newPerson(all.browser, { baseUrl: all.house.url, locale: "fr-CA" });
  await page.goto(`/fr/c/${slug}`);
  await page.getByLabel("Votre code postal").fill("M5V3L9");
  await page.keyboard.press("Enter");
  // Nothing is to be ticked on a phone day: the calls follow at once.
  await page.getByRole("article", { name: "Kim Wardley" }).waitFor();
  await page.getByRole("article", { name: "Sam Mayorson" }).getByRole("button").first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "phone-day-fr");
  expect(faults).toEqual([]);
});
