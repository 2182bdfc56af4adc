import type { Page } from "playwright-core";
import { expect } from "vitest";
import { seriousFindings } from "./accessibility";
import { desktop, phone, picture } from "./browser";

/** Colours fade when the scheme changes, and contrast is measured where they end. */
const inScheme = async (page: Page, scheme: "light" | "dark"): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForFunction((wanted) => {
    const { mantineColorScheme = wanted } = document.documentElement.dataset;
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return mantineColorScheme === wanted && ending.every(({ playState }) => playState === "finished");
  }, scheme);
};

/** A screen as it must be on both sizes and in both schemes: nothing serious for those who use it with aids, no scrolling to the side. */
export const lookOver = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const [size, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    await page.setViewportSize(viewport);
    // Asked until it holds: the shell rearranges itself a moment after the window has changed.
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(wide, { message: `${name} ${size} scrolls to the side`, timeout: 6_000 }).toBeLessThanOrEqual(0);
    for (const scheme of ["light", "dark"] as const) {
      await inScheme(page, scheme);
      expect.soft(await seriousFindings(page), `${name} ${size} ${scheme}`).toEqual([]);
      await picture(page, `${name}-${size}-${scheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
};
