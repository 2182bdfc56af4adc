import fs from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { newPerson, phone, picture } from "../src/browser";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;
let browser: Browser;

const street = (name: string, longitude: number, skipped: readonly number[] = []) =>
  Array.from({ length: 20 }, (_, n) => 10 + n * 2).map((number, n) =>
    skipped.includes(number)
      ? `"${number} ${name}, Vancouver, BC",,`
      : `"${number} ${name}, Vancouver, BC",${(49.25 + n * 0.0004).toFixed(5)},${longitude}`,
  );

const furnish = async (house: House) => {
  const bring = async (name: string, rows: readonly string[]) => {
    const file = path.join(house.dataDir, `${name}.csv`);
    fs.writeFileSync(file, ["address,latitude,longitude", ...rows].join("\n"));
    await runCm(house, ["import", "addresses", file, "--source", name, "--json"]);
  };
  await bring("houses", [
    ...street("Oak St", -123.12, [14, 22, 30]),
    ...street("Elm St", -123.11),
    `"5 Nowhere Crescent, Vancouver, BC",,`,
  ]);
  await bring("second-list", [`"7 Nowhere Crescent, Vancouver, BC",,`, `"9 Nowhere Crescent, Vancouver, BC",,`]);
};

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  ({ admin, browser } = scene);
  return scene.stop;
});

const table = () => admin.getByRole("table", { name: "Not on the map" });
const rows = () => table().locator("tbody tr");
const title = (address: string) => admin.getByRole("heading", { level: 2, name: address });

describe("addresses without a point", () => {
  it("are told on the first page and counted in data quality, and both lead there", async () => {
    await admin.goto("/admin");
    await admin.getByText("6 addresses of your files are not on the map yet.").waitFor();
    await lookOver(admin, "home-not-on-the-map");
    await admin.goto("/admin/data-quality");
    await admin.getByRole("link", { name: "Not on the map" }).click();
    await expect.poll(() => rows().count()).toBe(6);
  });

  it("are placed by the keys alone, beside the map, and come back with U", async () => {
    await title("14 Oak St").waitFor();
    await admin.getByText("Between its neighbours").first().waitFor();
    await admin.waitForLoadState("networkidle");
    await lookOver(admin, "not-on-the-map");
    await admin.keyboard.press("1");
    await title("22 Oak St").waitFor();
    await admin.getByText("14 Oak St is on the map.").first().waitFor();
    await admin.keyboard.press("u");
    await title("14 Oak St").waitFor();
    await admin.keyboard.press("n");
    await title("22 Oak St").waitFor();
    await admin.keyboard.press("s");
    await admin.getByText("22 Oak St was set aside.").first().waitFor();
    await expect.poll(() => rows().count()).toBe(5);
  });

  it("are placed by hand on the map with the keyboard", async () => {
    await rows().filter({ hasText: "5 Nowhere Crescent" }).click();
    await title("5 Nowhere Crescent").waitFor();
    await admin.getByText("Our own addresses do not know it", { exact: false }).or(admin.getByText("Where it may stand")).first().waitFor();
    const map = admin.getByRole("region", { name: "Map to place this address on" });
    await map.locator("canvas").focus();
    await admin.keyboard.press("Enter");
    await admin.getByText("Drag the pin", { exact: false }).waitFor();
    await picture(admin, "not-on-the-map-pin");
    await admin.getByRole("button", { name: "Place it at the pin" }).click();
    await admin.getByText("5 Nowhere Crescent is on the map.").first().waitFor();
  });

  it("are geocoded as they are chosen, and what nobody surely knows still waits", async () => {
    await admin.getByRole("button", { name: "Choose this page" }).click();
    await admin.getByText("4 addresses chosen").waitFor();
    await picture(admin, "not-on-the-map-chosen");
    await admin.getByRole("button", { name: "Geocode them" }).click();
    await admin.getByText("2 of 4 were placed", { exact: false }).first().waitFor({ timeout: 30_000 });
    await expect.poll(() => rows().count()).toBe(2);
  });

  it("are found by words and by their file, and placed all at once in the background", async () => {
    await admin.getByLabel("Street, town or postal code").fill("7 nowhere");
    await expect.poll(() => rows().count(), { timeout: 15_000 }).toBe(1);
    await admin.getByLabel("Street, town or postal code").fill("");
    await expect.poll(() => rows().count(), { timeout: 15_000 }).toBe(2);
    await admin.getByRole("button", { name: "Place all by geocoding" }).click();
    await expect.poll(() => admin.getByRole("button", { name: "Place all by geocoding" }).isEnabled(), { timeout: 30_000 }).toBe(true);
    await expect.poll(() => rows().count(), { timeout: 15_000 }).toBe(2);
  });

  it("come back from where they were set aside, and off the map", async () => {
    await admin.getByText("Placed from here", { exact: true }).click();
    await rows().filter({ hasText: "5 Nowhere Crescent" }).waitFor();
    await lookOver(admin, "not-on-the-map-placed");
    await rows().filter({ hasText: "5 Nowhere Crescent" }).getByRole("button", { name: "Take off the map" }).click();
    await admin.getByText("5 Nowhere Crescent is off the map and waits again.").first().waitFor();
    await admin.getByText("Set aside", { exact: true }).first().click();
    await rows().filter({ hasText: "22 Oak St" }).getByRole("checkbox").check();
    await admin.getByRole("button", { name: "Bring back" }).click();
    await admin.getByText("Nothing was set aside").waitFor();
    await picture(admin, "not-on-the-map-none-aside");
  });

  it("speak French on a phone", async () => {
    const someone = await newPerson(browser, { baseUrl: scene.house.url, locale: "fr-CA", viewport: phone });
    await someone.context.addCookies(await admin.context().cookies());
    await someone.page.goto("/admin/data-quality/unplaced");
    await someone.page.getByRole("table", { name: "Hors de la carte" }).waitFor();
    await someone.page.waitForLoadState("networkidle");
    expect(await seriousFindings(someone.page)).toEqual([]);
    await picture(someone.page, "not-on-the-map-french-phone");
    expect(someone.faults).toEqual([]);
    await someone.context.close();
  });

  it("said nothing wrong to the console", () => expect(scene.faults).toEqual([]));
});
