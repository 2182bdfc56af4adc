import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;

// Ten streets of twenty doors, and a ward around their western half.
const doors = Array.from({ length: 200 }, (_, n) => {
  const [street, place] = [Math.floor(n / 20), n % 20];
  return `"${10 + place * 2} ${street + 1} Ave, Vancouver, BC",${(49.25 + place * 0.0005).toFixed(5)},${(-123.12 + street * 0.001).toFixed(5)}`;
});
const ward = [[-123.1205, 49.2495], [-123.1155, 49.2495], [-123.1155, 49.2602], [-123.1205, 49.2602], [-123.1205, 49.2495]]; // prettier-ignore

const furnish = async (house: House) => {
  const addresses = path.join(house.dataDir, "addresses.csv");
  fs.writeFileSync(addresses, ["address,latitude,longitude", ...doors].join("\n"));
  await runCm(house, ["import", "addresses", addresses, "--source", "city", "--json"]);
  const wards = path.join(house.dataDir, "wards.geojson");
  const feature = { type: "Feature", properties: { name: "Ward 1" }, geometry: { type: "Polygon", coordinates: [ward] } };
  fs.writeFileSync(wards, JSON.stringify({ type: "FeatureCollection", features: [feature] }));
  await runCm(house, ["import", "cuts", wards, "--source", "city", "--json"]);
};

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  admin = scene.admin;
  return scene.stop;
});

const canvas = () => admin.getByRole("region", { name: "Map of the turf" });
/** Clicks at places of the map given in shares of its width and height. */
const clickAt = async (places: readonly (readonly [number, number])[]) => {
  const box = await canvas().boundingBox();
  if (box === null) throw new Error("The map is not on the screen.");
  for (const [x, y] of places) {
    const [left, top] = [box.x + box.width * x, box.y + box.height * y];
    // A person's pointer arrives before it presses.
    await admin.mouse.move(left, top, { steps: 4 });
    await admin.mouse.click(left, top);
  }
};
const drawn = () => admin.locator(".maplibregl-canvas-container, [data-drawn]").first();
const doorsInside = async (): Promise<number> => {
  const text = await admin.locator("[aria-live=polite]").filter({ hasText: "Doors" }).innerText();
  return Number(/Doors\s+([\d,]+|–)/.exec(text)?.[1]?.replace(",", "") ?? Number.NaN);
};

describe("turf", () => {
  it("is drawn with a hole, counted on the way, and every step can be taken back", async () => {
    await admin.goto("/admin/turf");
    await admin.getByRole("link", { name: "Draw turf" }).first().click();
    await admin.getByRole("heading", { name: "New turf" }).waitFor();
    await drawn().waitFor();
    await admin.waitForSelector("[data-drawn=yes]");
    await lookOver(admin, "turf-new");
    await admin.waitForSelector("[data-drawn=yes]");
    await clickAt([[0.3, 0.3], [0.7, 0.3], [0.7, 0.7], [0.3, 0.7], [0.3, 0.3]]); // prettier-ignore
    await admin.getByRole("button", { name: "Move corners", pressed: true }).waitFor();
    await admin.locator("[aria-live=polite][aria-busy=false]").filter({ hasText: "Doors" }).waitFor();
    await expect.poll(doorsInside).toBeGreaterThan(20);
    const whole = await doorsInside();
    await admin.getByRole("button", { name: "Cut a hole" }).click();
    await clickAt([[0.42, 0.42], [0.58, 0.42], [0.58, 0.58], [0.42, 0.58], [0.42, 0.42]]); // prettier-ignore
    // Counts run along while one draws: the last one is waited for.
    await admin.getByRole("button", { name: "Move corners", pressed: true }).waitFor();
    await admin.locator("[aria-live=polite][aria-busy=false]").filter({ hasText: "Doors" }).waitFor();
    await expect.poll(doorsInside).toBeLessThan(whole);
    const holed = await doorsInside();
    await admin.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
    await expect.poll(doorsInside).toBe(whole);
    await admin.getByRole("button", { name: "Redo (Ctrl+Shift+Z)" }).click();
    await expect.poll(doorsInside).toBe(holed);
    await admin.getByText("Shares doors with").waitFor({ state: "detached" });
    await admin.getByRole("textbox", { name: "Name" }).fill("Around the park");
    await lookOver(admin, "turf-drawn");
    await admin.getByRole("button", { name: "Save" }).click();
    await admin.getByRole("heading", { name: "Around the park" }).waitFor();
    await admin.getByText("Contact rate").waitFor();
    await lookOver(admin, "turf-page");
  });

  it("that was imported is locked and can be copied; a deleted one comes back", async () => {
    await admin.goto("/admin/turf");
    await admin.getByText("Around the park").first().waitFor();
    await lookOver(admin, "turf-list");
    await admin.getByRole("row", { name: /Ward 1/ }).click();
    await admin.getByText("Imported and locked").waitFor();
    await admin.getByRole("link", { name: "Copy as turf" }).click();
    await admin.waitForSelector("[data-drawn=yes]");
    await expect.poll(doorsInside).toBe(100);
    await admin.getByRole("button", { name: "Save" }).click();
    await admin.getByRole("heading", { name: "Ward 1 (copy)" }).waitFor();
    await admin.getByRole("button", { name: "Delete" }).click();
    await admin.getByText("“Ward 1 (copy)” is deleted.").waitFor();
    await admin.getByRole("button", { name: "Undo" }).click();
    await admin.getByRole("heading", { name: "Ward 1 (copy)" }).waitFor();
  });

  it("leaves nothing to complain about", () => expect(scene.faults).toEqual([]));
});
