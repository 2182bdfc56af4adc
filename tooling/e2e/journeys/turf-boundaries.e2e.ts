import fs from "node:fs";
import path from "node:path";
import { type RepresentReplay, startRepresentReplay } from "@cml/integrations/represent";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { newPerson, phone, picture } from "../src/browser";
import { runCm } from "../src/cm";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House } from "../src/house";
import { lookOver } from "../src/look-over";

let represent: RepresentReplay;
let scene: AdminScene;
let admin: Page;

// Ten streets of twenty doors beside the rails of Toronto, all in the ward Spadina-Fort York.
const doors = Array.from({ length: 200 }, (_, n) => {
  const [street, place] = [Math.floor(n / 20), n % 20];
  return `"${10 + place * 2} ${street + 1} Ave, Toronto, ON",${(43.641 + place * 0.0003).toFixed(5)},${(-79.396 + street * 0.0006).toFixed(5)}`;
});
const box = (west: number, south: number, size = 0.004) =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]; // prettier-ignore
const areas = {
  "King West": [box(-79.4, 43.64)],
  "Queen West": [box(-79.396, 43.64)],
  "Over both": [box(-79.398, 43.641)],
  "Crossed line": [[[-79.39, 43.64], [-79.386, 43.644], [-79.386, 43.64], [-79.39, 43.644], [-79.39, 43.64]]], // prettier-ignore
};

const furnish = async (house: House) => {
  const addresses = path.join(house.dataDir, "addresses.csv");
  fs.writeFileSync(addresses, ["address,latitude,longitude", ...doors].join("\n"));
  await runCm(house, ["import", "addresses", addresses, "--source", "city", "--json"]);
};

beforeAll(async () => {
  represent = await startRepresentReplay();
  scene = await raiseAdminScene({ furnish, env: { REPRESENT_URL: represent.baseUrl } });
  admin = scene.admin;
  return scene.stop;
});
afterAll(() => represent.stop());

type Places = readonly (readonly [number, number])[];
const mapBox = async (page: Page) => {
  const found = await page.getByRole("region", { name: "Map of the turf" }).boundingBox();
  if (found === null) throw new Error("The map is not on the screen.");
  return ([x, y]: readonly [number, number]) => [found.x + found.width * x, found.y + found.height * y] as const;
};
const clickAt = async (page: Page, places: Places) => {
  const at = await mapBox(page);
  for (const place of places) {
    const [left, top] = at(place);
    // A person's pointer arrives before it presses.
    await page.mouse.move(left, top, { steps: 4 });
    await page.mouse.click(left, top);
  }
};
const ready = (page: Page) => page.waitForSelector("[data-drawing=ready]");
const doorsInside = async (page: Page): Promise<string> => page.locator("[aria-live=polite]").filter({ hasText: "Doors" }).innerText();

describe("a boundary by its name", () => {
  it("is found while one types, looked at on the map, and kept as locked turf", async () => {
    await admin.goto("/admin/turf/new");
    await admin.getByText("By name", { exact: true }).click();
    await admin.getByRole("searchbox", { name: "Name" }).fill("fort york");
    await admin.getByRole("button", { name: /Spadina-Fort York/ }).click();
    await admin.getByText("Boundary: City of Toronto, through Represent").waitFor();
    await expect.poll(() => doorsInside(admin)).toMatch(/200/);
    await admin.waitForSelector("[data-drawn=yes]");
    await lookOver(admin, "turf-by-name");
    await admin.getByRole("button", { name: "Keep as turf" }).click();
    await admin.getByRole("heading", { name: "Spadina-Fort York" }).waitFor();
    await admin.getByText("Imported and locked").waitFor();
  });

  it("is the same turf when it is taken again, and speaks of what cannot be reached", async () => {
    await admin.goto("/admin/turf/new?by=name");
    await admin.getByRole("searchbox", { name: "Name" }).fill("spadina");
    await admin.getByRole("button", { name: /Spadina-Fort York/ }).click();
    await admin.getByText("This boundary is turf already").waitFor();
    await admin.getByRole("link", { name: "Open the turf" }).waitFor();
    await represent.stop();
    await admin.getByRole("searchbox", { name: "Name" }).fill("fort yor");
    await admin.getByText("Represent does not answer at the moment").waitFor({ timeout: 40_000 });
    await admin.getByRole("button", { name: /Spadina-Fort York/ }).waitFor();
    await picture(admin, "turf-by-name-unreachable");
  });

  it("in French", async () => {
    const { page } = await newPerson(scene.browser, { baseUrl: scene.house.url });
    await enterAdmin(page, administratorOf(scene.house));
    await page.getByRole("button", { name: "Français" }).click();
    await page.getByRole("button", { name: "English" }).waitFor();
    await page.goto("/admin/turf/new?by=name");
    await page.getByRole("searchbox", { name: "Nom" }).fill("spadina");
    await page.getByRole("button", { name: /Spadina-Fort York/ }).click();
    await page.getByText("Cette limite est déjà un secteur").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, "turf-by-name-fr");
    await page.context().close();
  });
});

describe("a file of areas", () => {
  it("is decided area by area before anything changes", async () => {
    const features = Object.entries(areas).map(([name, coordinates]) => ({
      type: "Feature",
      properties: { name },
      geometry: { type: "Polygon", coordinates },
    }));
    const buffer = Buffer.from(JSON.stringify({ type: "FeatureCollection", features }));
    await admin.goto("/admin/doors/import?kind=cuts");
    await admin.locator("input[type=file]").setInputFiles({ name: "west.geojson", mimeType: "application/geo+json", buffer });
    await admin.getByRole("button", { name: "Upload and look inside" }).click();
    await admin.getByText("The outline crosses itself").first().waitFor();
    await admin
      .getByText(/Shares .* with King West, in this file/)
      .first()
      .waitFor();
    await admin.waitForSelector("[data-drawn=yes]");
    await lookOver(admin, "areas-review");
    await admin.getByRole("button", { name: "Mend it" }).click();
    await admin.getByText("Mended").waitFor();
    await admin.getByRole("checkbox", { name: "Take Over both" }).uncheck();
    await admin.getByRole("button", { name: "Import 3 areas" }).click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor();
    await admin.goto("/admin/turf");
    await admin.getByText("Crossed line").first().waitFor();
    expect(await admin.getByText("Over both").count()).toBe(0);
  });
});

describe("drawing", () => {
  it("refuses what crosses itself, marks the place, and mends it", async () => {
    await admin.goto("/admin/turf/new");
    await ready(admin);
    await clickAt(admin, [[0.3, 0.3], [0.7, 0.7], [0.7, 0.3], [0.3, 0.7], [0.3, 0.3]]); // prettier-ignore
    await admin.getByText("The boundary crosses itself").waitFor();
    await admin.getByRole("img", { name: "Here the boundary is wrong" }).waitFor();
    expect(await admin.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await admin.getByRole("button", { name: "Mend it" }).click();
    await admin.getByText("It is 2 separate areas now.").waitFor();
    await picture(admin, "turf-mended");
  });

  it("takes a corner of a half-drawn line back, and deletes one by key", async () => {
    await admin.goto("/admin/turf/new");
    await ready(admin);
    await clickAt(admin, [[0.3, 0.3], [0.7, 0.3], [0.9, 0.9]]); // prettier-ignore
    await admin.keyboard.press("Control+z");
    await clickAt(admin, [[0.7, 0.7], [0.3, 0.7], [0.3, 0.3]]); // prettier-ignore
    const area = () => admin.getByText(/ ha$| km²$/).first().innerText(); // prettier-ignore
    await admin.getByRole("button", { name: "Move corners", pressed: true }).waitFor();
    const whole = Number((await area()).replace(/[^\d.]/g, ""));
    await clickAt(admin, [[0.7, 0.7]]);
    await admin.waitForSelector("[data-corner=chosen]");
    await admin.keyboard.press("Delete");
    await expect.poll(async () => Number((await area()).replace(/[^\d.]/g, "")) / whole).toBeLessThan(0.6);
    await admin.keyboard.press("Control+z");
    await expect.poll(async () => Number((await area()).replace(/[^\d.]/g, ""))).toBe(whole);
    await admin.keyboard.press("]");
    await admin.waitForSelector("[data-corner=chosen]");
    await admin.getByRole("button", { name: "Delete this corner (Delete)" }).click();
    await expect.poll(async () => Number((await area()).replace(/[^\d.]/g, "")) / whole).toBeLessThan(0.6);
  });

  it("works with a finger on a phone", async () => {
    const context = await scene.browser.newContext({
      baseURL: scene.house.url,
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      locale: "en-CA",
    });
    const page = await context.newPage();
    await enterAdmin(page, administratorOf(scene.house));
    await page.goto("/admin/turf/new");
    await ready(page);
    const at = await mapBox(page);
    for (const place of [[0.25, 0.35], [0.7, 0.35], [0.7, 0.75], [0.25, 0.75], [0.25, 0.35]] as const) await page.touchscreen.tap(...at(place)); // prettier-ignore
    await page.getByRole("button", { name: "Move corners", pressed: true }).waitFor();
    await page.touchscreen.tap(...at([0.7, 0.75]));
    await page.waitForSelector("[data-corner=chosen]");
    await picture(page, "turf-touch");
    await page.getByRole("button", { name: "Delete this corner (Delete)" }).click();
    await page.waitForSelector("[data-corner=chosen]", { state: "detached" });
    expect(await seriousFindings(page)).toEqual([]);
    await context.close();
  });

  it("leaves nothing to complain about", () => expect(scene.faults).toEqual([]));
});
