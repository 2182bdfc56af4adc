import { startRepresentReplay } from "@cml/integrations/represent";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, pictures, startBrowser } from "../src/browser";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House, raiseHouse } from "../src/house";

let house: House;
let browser: Browser;
let campaign: { id: string; slug: string };
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const represent = await startRepresentReplay();
  undo.push(() => represent.stop());
  house = await raiseHouse({ env: { REPRESENT_URL: represent.baseUrl } });
  undo.push(() => house.stop());
  browser = await startBrowser();
  undo.push(() => browser.close());
  const { page } = await newPerson(browser, { baseUrl: house.url });
  await enterAdmin(page, administratorOf(house));
  campaign = await call(page, "influence.campaigns.create", {
    title: "Keep the night bus running",
    emailSubject: "Bring back the night bus",
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus.\n\nThank you.",
    targetGovernmentLevels: ["FEDERAL"],
    allowMailtoLink: true,
    allowPrint: true,
  });
  await call(page, "influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

const call = async (page: Page, path: string, input: unknown): Promise<{ id: string; slug: string }> => {
  const answer = await page.request.post(`${house.url}/trpc/admin/${path}`, { data: { json: input }, headers: { origin: house.url } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { result: { data: { json: { id: string; slug: string } } } }).result.data.json;
};

/** A supporter on a phone, with her letter written, where she chooses how it goes. */
const atTheWays = async () => {
  const supporter = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  const { page } = supporter;
  await page.goto(`/c/${campaign.slug}`);
  await page.getByLabel("Your postal code").fill("m5v 3l9");
  await page.getByRole("button", { name: "Find my representatives" }).click();
  await page.getByText("Pat Ridings").waitFor();
  await page.getByRole("button", { name: "Continue to the letter" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByLabel("Your e-mail address").fill("noor@example.org");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  return supporter;
};

it("opens the supporter's own mail program, asks whether the letter was sent, and counts only a yes", async () => {
  const { page, faults } = await atTheWays();
  await page.getByRole("button", { name: /own mail/ }).click();
  const link = page.getByRole("link", { name: "Open my mail app" });
  await link.waitFor();
  expect(await link.getAttribute("href")).toMatch(/^mailto:mp2(@|%40)example\.org\?/);
  await pictures(page, "letter-own-mail");
  expect(await seriousFindings(page)).toEqual([]);
  await link.click();
  // No mail program takes the page's place here, so that she comes back is said by hand.
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
  await page.getByText("Did you send it?").first().waitFor();
  await page.getByRole("button", { name: "Yes, I sent it" }).first().click();
  await page.getByText("Thank you. It is counted.").waitFor();
  expect(faults).toEqual([]);
});

it("prints the letter as a PDF of its own", async () => {
  const { page, faults } = await atTheWays();
  await page.getByRole("button", { name: /^Print/ }).click();
  const link = page.getByRole("link", { name: "Open the letter as PDF" });
  await link.waitFor();
  await pictures(page, "letter-printed");
  expect(await seriousFindings(page)).toEqual([]);
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(faults).toEqual([]);
});
