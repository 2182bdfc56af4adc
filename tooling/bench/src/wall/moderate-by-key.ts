import { chromium, type Page } from "playwright-core";
import { administrator } from "../administrator";
import { chromiumPath } from "../chromium";
import { atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { percentile } from "../pace";
import { type WallHouse, withWall } from "./wall-house";

const responses = 100_000;
const items = 30;
const rounds = 3;
const warmUp = 5;

/**
 * The desk as a moderator has it: the real app in Chromium, 1440 by 900. From the press of the key that decides to the next
 * item's words painted on the screen, as the browser's own clock has it; every third is rejected.
 */
export const moderateByKey = (): Promise<Figure[]> =>
  withWall(responses, 1, async (house) => {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: house.url });
      await openDesk(page);
      const before = await waiting(house);
      for (let n = 0; n < warmUp; n += 1) await decide(page, n);
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round += 1) {
        const times: number[] = [];
        for (let n = 0; n < items; n += 1) times.push(await decide(page, n));
        best = Math.min(best, percentile(times, 0.95));
      }
      await settled(house, before - warmUp - rounds * items);
      const figure = `from the key to the next item on the screen, Chromium, ${items} items among ${responses} responses, p95, best of ${rounds} (${machine()})`;
      return [atMost({ bench: "wall", figure, value: best, unit: "ms" }, 150)];
    } finally {
      await browser.close();
    }
  });

const waiting = ({ db }: WallHouse): Promise<number> => db.prisma.representativeResponse.count({ where: { status: "PENDING" } });

/** The desk goes on before the server has answered: every key must have become a decision a moment later, and none two. */
const settled = async (house: WallHouse, expected: number): Promise<void> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const left = await waiting(house);
    if (left === expected) return;
    if (left < expected || Date.now() > deadline) throw new Error(`${left} wait where ${expected} should`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const openDesk = async (page: Page): Promise<void> => {
  await page.goto("/admin/responses");
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByRole("textbox", { name: "Password" }).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /Account of/ }).waitFor();
  await page.goto("/admin/responses");
  await page.getByRole("region", { name: itemName }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(watchKeys, [itemName, painted] as const);
};

const itemName = "What the office answered";

const decide = async (page: Page, n: number): Promise<number> => {
  if (n % 3 === 2) {
    await page.keyboard.press("r");
    await page.keyboard.press("1");
    return timed(page, "Control+Enter");
  }
  return timed(page, "a");
};

const painted = "item-painted";

/** What was painted is kept in the page: a listener made for one press would come too late for a desk this fast. */
const timed = async (page: Page, key: string): Promise<number> => {
  const before = await page.evaluate((name) => performance.getEntriesByName(name).length, painted);
  await page.keyboard.press(key);
  await page.waitForFunction(([name, count]) => performance.getEntriesByName(name).length > count, [painted, before] as const);
  return page.evaluate((name) => performance.getEntriesByName(name).at(-1)?.duration ?? Number.NaN, painted);
};

/** Runs in the page: from the last key, as the system saw it, to the frame after the one that painted other words. */
const watchKeys = ([region, measure]: readonly [string, string]): void => {
  const words = () => document.querySelector(`[aria-label="${region}"]`)?.textContent ?? "";
  let latest: KeyboardEvent | null = null;
  const watch = (event: KeyboardEvent) => {
    const before = words();
    latest = event;
    const look = () => {
      // A reason takes three keys; what follows is the doing of the last one.
      if (latest !== event) return;
      const now = words();
      // Nothing there: the next one is still to come.
      if (now === before || now === "") requestAnimationFrame(look);
      else requestAnimationFrame(() => performance.measure(measure, { start: event.timeStamp, end: performance.now() }));
    };
    requestAnimationFrame(look);
  };
  document.addEventListener("keydown", watch, { capture: true });
};
