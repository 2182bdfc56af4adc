import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, picture } from "../src/browser";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";
import { makeWeak } from "../src/make-weak";

let scene: AdminScene;
let admin: Page;

const street = (name: string, longitude: number) =>
  Array.from({ length: 20 }, (_, n) => `"${10 + n * 2} ${name}, Vancouver, BC",${(49.25 + n * 0.0004).toFixed(5)},${longitude}`);

const furnish = async (house: House) => {
  const file = path.join(house.dataDir, "houses.csv");
  fs.writeFileSync(file, ["address,latitude,longitude", ...street("Oak St", -123.12), ...street("Elm St", -123.11)].join("\n"));
  await runCm(house, ["import", "addresses", file, "--source", "houses", "--json"]);
  await makeWeak(house, ["12 Oak St", "20 Oak St", "24 Elm St"]);
};

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  admin = scene.admin;
  return scene.stop;
});

const address = () => admin.getByRole("heading", { level: 2 });

describe("weak matches", () => {
  it("are counted beside those that stand surely", async () => {
    await admin.goto("/admin/data-quality");
    await admin.getByRole("heading", { name: "Data quality" }).waitFor();
    await admin.getByText("Weak matches to look at").waitFor();
    await lookOver(admin, "data-quality");
    await admin.getByRole("link", { name: "Look at weak matches" }).click();
    await admin.getByText("3 wait").waitFor();
  });

  it("are decided by keys alone, the weakest first, and come back with U", async () => {
    await address().filter({ hasText: "12 Oak St" }).waitFor();
    await admin.getByText("Between its neighbours").first().waitFor();
    await admin.waitForLoadState("networkidle");
    await lookOver(admin, "weak-matches");
    await admin.keyboard.press("1");
    await address().filter({ hasText: "20 Oak St" }).waitFor();
    await admin.keyboard.press("k");
    await address().filter({ hasText: "24 Elm St" }).waitFor();
    await admin.keyboard.press("u");
    await address().filter({ hasText: "20 Oak St" }).waitFor();
    await admin.keyboard.press("n");
    await address().filter({ hasText: "24 Elm St" }).waitFor();
    await admin.keyboard.press("p");
    await address().filter({ hasText: "20 Oak St" }).waitFor();
    await admin.keyboard.press("s");
    await address().filter({ hasText: "24 Elm St" }).waitFor();
  });

  it("are moved on the map with the keyboard, and then none is left", async () => {
    const pin = admin.getByRole("region", { name: /Map of the guessed point/ }).getByRole("button", { name: /arrow/i });
    await pin.focus();
    await admin.keyboard.press("ArrowRight");
    await admin.keyboard.press("Enter");
    await admin.getByRole("button", { name: "Save the moved pin" }).click();
    await admin.getByText("No weak matches wait").waitFor();
    await picture(admin, "weak-matches-none");
    await admin.goto("/admin/doors?q=12+Oak");
    await admin.getByText("12 Oak St").first().waitFor();
  });

  it("leave every geocoder of others switched off until somebody says otherwise", async () => {
    await admin.goto("/admin/data-quality/geocoders");
    await admin.getByText("Our own addresses come first").waitFor();
    const switches = admin.getByRole("switch");
    expect(await switches.count()).toBe(6);
    for (const one of await switches.all()) expect(await one.isChecked()).toBe(false);
    await admin.getByRole("switch", { name: /Mapbox/ }).check();
    await admin.getByRole("button", { name: "Save the geocoders" }).click();
    await admin.getByText("needs a key before it can be switched on").waitFor();
    await admin.getByLabel("Key", { exact: true }).fill("pk.example");
    await admin.getByRole("button", { name: "Save the geocoders" }).click();
    await admin.getByText("The geocoders are saved.").waitFor();
    await admin.reload();
    await admin.getByPlaceholder("A key is stored").waitFor();
    expect(await admin.content()).not.toContain("pk.example");
    await lookOver(admin, "geocoders");
  });

  it("speak French on a phone", async () => {
    const someone = await newPerson(scene.browser, { baseUrl: scene.house.url, locale: "fr-CA", viewport: phone });
    await someone.context.addCookies(await admin.context().cookies());
    await someone.page.goto("/admin/data-quality");
    await someone.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await seriousFindings(someone.page)).toEqual([]);
    await picture(someone.page, "data-quality-french-phone");
    await someone.page.goto("/admin/data-quality/geocoders");
    await someone.page.getByRole("switch").first().waitFor();
    await picture(someone.page, "geocoders-french-phone");
  });

  // A geocoder without its key was refused, which the browser calls an error of its own.
  it("said nothing else wrong to the console", () => expect(scene.faults.filter((fault) => !fault.includes("status of 400"))).toEqual([]));
});
