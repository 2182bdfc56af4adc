import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { ask } from "../src/admin-call";
import { desktop, newPerson, phone, picture } from "../src/browser";
import { type LetterHouse, type Published, raiseLetterHouse } from "../src/letter-house";
import { addResponses } from "../src/responses-scene";

let all: LetterHouse;
let campaign: Published;
const waiting = 43;
beforeAll(async () => {
  all = await raiseLetterHouse();
  campaign = await all.publish({ showResponseWall: true });
  await addResponses(all.admin, campaign.id, waiting - 3);
});
afterAll(() => all.close());

const left = (page: Page) => page.getByTestId("left").innerText();
const person = (page: Page, name: string) => page.getByRole("heading", { level: 2, name }).waitFor();

type File = { response: { status: string; shownText: string; screenshotUrl: string | null; boxes: { picture: number[][] } } };

it("is gone through by keyboard: boxes over words and picture, a look at the wall, decisions, and back", async () => {
  const { page, faults, context } = await newPerson(all.browser, { baseUrl: all.house.url });
  await context.addCookies(await all.admin.context().cookies());
  await page.goto("/admin/responses");
  await person(page, "Noor Whitfield");
  const id = await firstId(page);
  await expect.poll(() => left(page)).toBe(`${waiting} wait`);

  // What looks personal is boxed before anybody looks; one box more over a word, one over the picture.
  expect(await page.locator("mark").allInnerTexts()).toContain("416-555-0199");
  await page.keyboard.press("b");
  await page.getByLabel("Cover these words everywhere").fill("minister");
  await page.keyboard.press("Enter");
  const image = page.getByRole("img", { name: /Noor Whitfield/ });
  await image.scrollIntoViewIfNeeded();
  const before = await page.getByRole("button", { name: /^Box \d+: / }).count();
  const { x, y, width, height } = (await image.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.1, y + height * 0.1);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.3, y + height * 0.15, { steps: 4 });
  await page.mouse.move(x + width * 0.5, y + height * 0.2, { steps: 4 });
  await page.mouse.up();
  expect(await page.getByRole("button", { name: /^Box \d+: / }).count()).toBe(before + 1);
  await page.keyboard.press("Control+Enter");
  await page.getByText("Boxes saved: Noor Whitfield").waitFor();
  const stored = () => ask<File>(page, "admin/influence.responses.get", { id });
  await expect.poll(async () => (await stored()).response.boxes.picture.length).toBe(before + 1);
  expect((await stored()).response.shownText).not.toMatch(/minister|416-555-0199|noor\.whitfield@/);
  await page.keyboard.press("w");
  const wall = page.getByRole("region", { name: "As everybody will see it" });
  await wall.waitFor();
  expect(await wall.innerText()).not.toContain("minister");
  await page.keyboard.press("w");

  await page.keyboard.press("p");
  await page.getByText("Proof seen by us", { exact: true }).waitFor();
  await page.keyboard.press("a");
  await person(page, "Étienne Lafleur-Beauchemin");
  await page.keyboard.press("r");
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Enter");
  await person(page, "Ray Ho");
  await expect.poll(() => left(page)).toBe(`${waiting - 2} wait`);
  await page.keyboard.press("u");
  await person(page, "Étienne Lafleur-Beauchemin");
  await expect.poll(() => left(page)).toBe(`${waiting - 1} wait`);
  await expect.poll(async () => (await stored()).response.status).toBe("APPROVED");
  expect(faults).toEqual([]);
  await context.close();
});

const firstId = async (page: Page): Promise<string> =>
  (await ask<{ items: { id: string }[] }>(page, "admin/influence.responses.list", { limit: 1 })).items[0]?.id ?? "";

it("goes on with every press of a key, also from one page of what waits to the next", async () => {
  const { page, context } = await newPerson(all.browser, { baseUrl: all.house.url });
  await context.addCookies(await all.admin.context().cookies());
  await page.goto("/admin/responses");
  await page.getByRole("heading", { level: 2 }).waitFor();
  await expect.poll(() => left(page)).toMatch(/^\d+ waits?$/);
  await page.waitForLoadState("networkidle");
  const goneOn = () => page.evaluate(() => performance.getEntriesByName("response:item-to-item").length);
  const rounds = 25;
  for (let round = 1; round <= rounds; round += 1) {
    await page.keyboard.press("a");
    await expect.poll(goneOn, { interval: 20, timeout: 10_000 }).toBe(round);
  }
  await context.close();
});

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const screens: { name: string; address: string; open?: (page: Page) => Promise<unknown> }[] = [
  { name: "desk", address: "responses?pile=APPROVED" },
  { name: "desk-waiting", address: "responses" },
  { name: "desk-reject", address: "responses", open: press("r") },
  { name: "desk-edit", address: "responses", open: press("e") },
  { name: "desk-boxes", address: "responses?pile=APPROVED", open: press("b") },
  { name: "desk-wall", address: "responses?pile=APPROVED", open: press("w") },
  { name: "desk-keys", address: "responses", open: press("?") },
  { name: "desk-history", address: "responses?pile=APPROVED", open: press("h") },
  { name: "desk-empty", address: "responses?pile=DISPUTED" },
  { name: "list", address: "responses?view=list" },
  {
    name: "list-chosen",
    address: "responses?view=list",
    open: (page) => page.locator("tbody input[type=checkbox]").first().check({ force: true }),
  },
  { name: "add", address: "responses?add=1" },
  { name: "campaign", address: "campaigns/{id}?tab=replies" },
];

const looks = {
  "en-CA": [
    { size: "phone", viewport: phone, colorScheme: "light" },
    { size: "desktop", viewport: desktop, colorScheme: "dark" },
  ],
  "fr-CA": [
    { size: "phone", viewport: phone, colorScheme: "dark" },
    { size: "desktop", viewport: desktop, colorScheme: "light" },
  ],
} as const;

it("has no screen anybody would stumble over", { timeout: 400_000 }, async () => {
  for (const locale of ["en-CA", "fr-CA"] as const) {
    const { page, context, faults } = await newPerson(all.browser, { baseUrl: all.house.url, locale });
    await context.addCookies(await all.admin.context().cookies());
    for (const { name, address, open } of screens) {
      await page.setViewportSize(desktop);
      await page.goto(`/admin/${address.replace("{id}", campaign.id)}`);
      await page.locator("h1").first().waitFor();
      await expect.poll(() => page.locator(".mantine-Skeleton-root").count(), { message: name, timeout: 15_000 }).toBe(0);
      await open?.(page);
      for (const { size, viewport, colorScheme } of looks[locale]) {
        const seen = `${name} ${locale} ${size} ${colorScheme}`;
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await expect.poll(wide, { message: `${seen} scrolls to the side` }).toBeLessThanOrEqual(0);
        // Colours fade when the scheme changes, and contrast is measured where they end.
        await expect.poll(() => seriousFindings(page), { message: seen, timeout: 6_000 }).toEqual([]);
        await picture(page, `responses-${name}-${locale.slice(0, 2)}-${size}-${colorScheme}`);
      }
    }
    expect.soft(faults, locale).toEqual([]);
    await context.close();
  }
});
