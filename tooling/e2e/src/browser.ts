import fs from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { ownEnvironment } from "./own-environment";

const artefacts = path.resolve(import.meta.dirname, "../../../artifacts/screens");

// Chromium needs its software renderer for maps, and must not call home: the tests own every address it may reach.
const flags = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumPath = (): string | undefined =>
  [ownEnvironment["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (candidate) => candidate !== undefined && fs.existsSync(candidate),
  );

export const startBrowser = (): Promise<Browser> => {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("No Chromium found; set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: flags });
};

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

type PageOptions = {
  viewport?: { width: number; height: number };
  locale?: "en-CA" | "fr-CA";
  dark?: boolean;
  javaScript?: boolean;
  baseUrl: string;
};

/** A fresh person: own cookies, own storage. `faults` collects what the page complained about. */
export const newPerson = async (
  browser: Browser,
  options: PageOptions,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> => {
  const context = await browser.newContext({
    baseURL: options.baseUrl,
    viewport: options.viewport ?? desktop,
    locale: options.locale ?? "en-CA",
    timezoneId: "America/Vancouver",
    colorScheme: options.dark === true ? "dark" : "light",
    javaScriptEnabled: options.javaScript ?? true,
    reducedMotion: "reduce",
  });
  // A busy machine draws a map in software for many seconds; what never comes still ends a journey.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  return { context, page, faults };
};

/** A picture for people to look at, kept with the run. */
export const picture = async (page: Page, name: string): Promise<void> => {
  fs.mkdirSync(artefacts, { recursive: true });
  // Colours fade when the scheme changes; a picture shows where they end.
  await page.screenshot({ path: path.join(artefacts, `${name}.png`), animations: "disabled" });
};

/** The same page in both schemes and both sizes. */
export const pictures = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const [size, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await picture(page, `${name}-${size}-${scheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
};
