import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { mutate } from "../src/admin-call";
import { desktop, newPerson, phone, picture } from "../src/browser";
import { freePort } from "../src/house";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { type LettersScene, setLettersScene, troubles } from "../src/letters-scene";
import { lettersScreens, type Screen } from "../src/letters-screens";

let all: LetterHouse;
let scene: LettersScene;
beforeAll(async () => {
  all = await raiseLetterHouse({ TRUST_PROXY: "loopback" }, troubles);
  scene = await setLettersScene({ page: all.admin, sink: all.sink, inboundPort: await freePort() });
});
afterAll(() => all.close());

// Crosswise, so that every screen is seen at both sizes, in both schemes and in both languages, without seeing all eight.
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

it("has no screen for those who run campaigns that anybody would stumble over", { timeout: 480_000 }, async () => {
  const { house, browser, admin } = all;
  const cookies = await admin.context().cookies();

  const look = async (page: Page, { name, address, open }: Screen, locale: keyof typeof looks) => {
    await page.setViewportSize(phone);
    await page.goto(`/admin/${address}`);
    await page.locator("h1").first().waitFor();
    await expect.poll(() => page.locator(".mantine-Skeleton-root").count(), { message: name, timeout: 15_000 }).toBe(0);
    await open?.(page);
    for (const { size, viewport, colorScheme } of looks[locale]) {
      const seen = `${name} ${locale} ${size} ${colorScheme}`;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      // The app follows the system a moment later, and its colours fade over: on the way they are nobody's contrast.
      const scheme = () => page.evaluate(() => document.documentElement.dataset["mantineColorScheme"]);
      await expect.poll(scheme, { message: seen, timeout: 15_000 }).toBe(colorScheme);
      const fading = () => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
      await expect.poll(fading, { message: `${seen} keeps moving`, timeout: 15_000 }).toBe(0);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(wide, { message: `${seen} scrolls to the side`, timeout: 15_000 }).toBeLessThanOrEqual(0);
      expect.soft(await seriousFindings(page), seen).toEqual([]);
      await picture(page, `letters-${name}-${locale.slice(0, 2)}-${size}-${colorScheme}`);
    }
  };
  const tour = async (screens: readonly Screen[]) => {
    for (const locale of ["en-CA", "fr-CA"] as const) {
      const { page, context, faults } = await newPerson(browser, { baseUrl: house.url, locale });
      await context.addCookies(cookies);
      for (const screen of screens) await look(page, screen, locale);
      expect.soft(faults, locale).toEqual([]);
      await context.close();
    }
  };
  await tour(lettersScreens(scene));

  // Mail that goes to nobody else is said on every page, and nobody can miss it.
  await mutate(admin, "admin/settings.siteSettings.update", { emailTestMode: true, testEmailRecipient: "me@example.org" });
  await admin.goto("/admin/letters");
  await admin.getByText(/^Test mode: every mail goes/).waitFor();
  await tour([{ name: "test-mode", address: "campaigns" }]);
});

it("can be gone through with the keyboard alone", async () => {
  const { admin: page } = all;
  const dialog = page.getByRole("dialog");
  for (const address of ["letters", "replies", "people"]) {
    await page.goto(`/admin/${address}`);
    const row = page.locator("tbody tr[tabindex]").first();
    await row.focus();
    await row.press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => row.evaluate((one) => one === document.activeElement), { message: address }).toBe(true);
  }
  // From the decision on a person to the letters that wait for it, one of them left out.
  await page.goto(`/admin/campaigns/${scene.waiting.id}?tab=targets`);
  const decide = page.getByRole("button", { name: /^Decide on the waiting letters to Ray Ho/ });
  await decide.press("Enter");
  await dialog.getByRole("checkbox", { name: "Noor Haddad" }).press("Space");
  await dialog.getByRole("button", { name: "Let 4 letters go" }).press("Enter");
  await page.getByText("4 letters go on.").waitFor();
  expect(await dialog.getByRole("checkbox", { name: "Noor Haddad" }).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => decide.evaluate((one) => one === document.activeElement)).toBe(true);
});
