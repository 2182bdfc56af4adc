import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { seriousFindings } from "../src/accessibility";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { newPerson, phone, picture } from "../src/browser";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";

const town = path.resolve(import.meta.dirname, "../../fixtures/owen-sound");
const password = "Correct-Horse-7";
const volunteers = ["Ana Roy", "Ben Cole", "Cho Park", "Dee Fox", "Eli Ray", "Fay Ng", "Gus Lee", "Hal Kim", "Ida Moss", "Jon Beck", "Kit Dunn", "Lou Hart"]; // prettier-ignore

let scene: AdminScene;
let admin: Page;
let shiftId = "";

// A real town with its rivers and highways, and doors along its streets; the ward lies on both sides of the Sydenham.
const ward = [[-80.948, 44.556], [-80.938, 44.556], [-80.938, 44.562], [-80.948, 44.562], [-80.948, 44.556]]; // prettier-ignore
const wardFile = JSON.stringify({
  type: "FeatureCollection",
  features: [{ type: "Feature", properties: { name: "Ward 4" }, geometry: { type: "Polygon", coordinates: [ward] } }],
});
const furnish = async (house: House) => {
  await runCm(house, ["import", "lines", path.join(town, "owen-sound.osm.pbf"), "--source", "openstreetmap", "--json"]);
  await runCm(house, ["import", "addresses", path.join(town, "houses.csv.gz"), "--source", "town", "--json"]);
};

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  admin = scene.admin;
  return scene.stop;
}, 240_000);

type Ground = { shapes: { assignmentId: string }[]; buildings: { assignmentId: string; doors: number }[] };

const button = (name: string | RegExp) => admin.getByRole("button", { name });
const turfs = () => admin.getByRole("list", { name: "Turfs" }).getByRole("listitem");
const preview = () => admin.getByRole("region", { name: "The turfs and their buildings" });
const drawn = () => preview().and(admin.locator("[data-drawn]")).waitFor();

/** Draws a line around part of a map, given in shares of its width and height. */
const drawAround = async ([west, north, east, south]: readonly [number, number, number, number]) => {
  const box = await preview().boundingBox();
  if (box === null) throw new Error("The map is not on the screen.");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await admin.mouse.move(...at(west, north));
  await admin.mouse.down();
  for (const place of [at(east, north), at(east, south), at(west, south), at(west, north)]) await admin.mouse.move(...place, { steps: 6 });
  await admin.mouse.up();
};

describe("an evening of turf", () => {
  it("begins with a ward from a file, over the doors that are there", async () => {
    await admin.goto("/admin/imports/new?kind=cuts");
    await admin
      .locator("input[type=file]")
      .setInputFiles({ name: "wards.geojson", mimeType: "application/geo+json", buffer: Buffer.from(wardFile) });
    await admin.getByLabel("Name of the source").fill("town");
    await button("Upload and look inside").click();
    await button("Import 1 area").click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor();
    await admin.getByRole("link", { name: "Show the turf" }).click();
    await admin.getByRole("row", { name: /Ward 4/ }).click();
    await admin.getByRole("heading", { name: "Ward 4" }).waitFor();
  });

  it("is cut so that nobody wades, adjusted with a line around some doors, and kept under names in order", async () => {
    await admin.getByRole("link", { name: "Cut into turfs" }).click();
    await admin
      .getByText(/lines? on the map/)
      .first()
      .waitFor();
    await button("Cut into turfs").click();
    await turfs().first().waitFor();
    const before = await turfs().count();
    expect(before).toBeGreaterThanOrEqual(6);
    await drawn();
    await picture(admin, "evening-preview");

    await button("Draw around buildings (L)").click();
    await drawAround([0.4, 0.4, 0.52, 0.56]);
    const targets = admin.getByRole("group", { name: "Move to" }).getByRole("button");
    await targets.or(button("Make a turf of its own")).first().waitFor();
    await drawn();
    await lookOver(admin, "evening-picked");
    await button("Make a turf of its own").click();
    await expect.poll(() => turfs().count()).toBe(before + 1);
    await button("Undo").click();
    await expect.poll(() => turfs().count()).toBe(before);
    await turfs().first().getByRole("button").click();
    await admin.getByRole("group", { name: "Merge with" }).waitFor();
    await button("Split in two").click();
    await expect.poll(() => turfs().count()).toBe(before + 1);
    await admin.getByLabel("Names").fill("Sydenham {n}");
    await button("Keep these turfs").click();
    await admin.getByText(/turfs of this area are kept/).waitFor();
  });

  it("has twelve people who signed up for a shift", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const shift = { title: "Evening walk", date: tomorrow, startTime: "18:00", endTime: "20:00", maxVolunteers: 12, openPlaces: 14 };
    shiftId = (await mutate<{ id: string }>(admin, "admin/map.shifts.create", shift)).id;
    for (const name of volunteers) {
      const email = `${name.split(" ")[0]?.toLowerCase() ?? ""}@example.org`;
      const person = { email, name, role: "USER", password, permissions: {} };
      const { id: userId } = await mutate<{ id: string }>(admin, "admin/auth.users.create", person);
      await mutate(admin, "admin/map.shiftSignups.add", { shiftId, userId });
    }
    await admin.reload();
    await admin.getByText(/turfs of this area are kept/).waitFor();
    await picture(admin, "evening-kept");
  });

  it("hands six turfs to six pairs in one step, and the map says who has what", async () => {
    await button("Hand them out").click();
    const dialog = admin.getByRole("dialog", { name: "Hand out several turfs" });
    await dialog.getByText("6 groups, and each has a turf.").waitFor();
    await lookOver(admin, "evening-spread");
    await dialog.getByRole("button", { name: "Hand out 6 turfs" }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => turfs().count()).toBe(6);
    await admin.getByRole("region", { name: "Turf of this shift" }).and(admin.locator("[data-drawn]")).waitFor();
    await lookOver(admin, "evening-desk");

    const rows = turfs();
    const first = await rows.nth(0).innerText();
    await rows
      .nth(0)
      .getByRole("button", { name: /What to do with/ })
      .click();
    await admin.getByRole("menuitem", { name: "Swap with another pair" }).click();
    const swap = admin.getByRole("dialog", { name: /^Swap A/ });
    await swap.getByRole("combobox", { name: "With" }).click();
    await admin.getByRole("option").first().click();
    await swap.getByRole("button", { name: "Swap" }).click();
    await swap.waitFor({ state: "detached" });
    await expect.poll(() => rows.nth(0).innerText()).not.toBe(first);

    await admin.getByRole("link", { name: "Who has what" }).click();
    await admin.getByRole("heading", { name: /Who has what/ }).waitFor();
    await admin.getByRole("region", { name: "Turf of this shift" }).and(admin.locator("[data-drawn]")).waitFor();
    await lookOver(admin, "evening-who-has-what");
    await admin.emulateMedia({ media: "print" });
    await admin.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await picture(admin, "evening-printed");
    await admin.emulateMedia({ media: "screen" });
  });

  it("shows one of a pair their own doors and no others", async () => {
    const ground = await ask<Ground>(admin, "admin/map.turfAssignments.ground", { shiftId });
    expect(new Set(ground.shapes.map(({ assignmentId }) => assignmentId)).size).toBe(6);
    const { page, faults } = await newPerson(scene.browser, { baseUrl: scene.house.url, viewport: phone });
    await page.goto("/canvass/");
    await page.getByLabel("E-mail").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Choose your own password" }).waitFor();
    await page.getByRole("textbox", { name: "The password you signed in with" }).fill(password);
    await page.getByRole("textbox", { name: "Your own password" }).fill("Chosen-On-The-Porch-26");
    await page.getByRole("button", { name: "Save and go on" }).click();
    const open = page.getByRole("link", { name: "Open turf" });
    await open.waitFor();
    expect(await open.count()).toBe(1);
    const mine = (await open.getAttribute("href"))?.split("/").at(-1) ?? "";
    const own = ground.buildings.filter(({ assignmentId }) => assignmentId === mine);
    await page.getByText(`0 of ${String(own.reduce((sum, { doors }) => sum + doors, 0))}`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, "evening-phone");
    await open.click();
    await expect.poll(() => page.locator("main ul > li button").count()).toBe(own.length);
    await picture(page, "evening-phone-doors");
    const others = ground.shapes.filter(({ assignmentId }) => assignmentId !== mine);
    expect(others).toHaveLength(5);
    for (const { assignmentId } of others)
      await expect(ask(page, "canvass/map.turfAssignments.doors", { assignmentId })).rejects.toThrow("answered 404");
    // The app asks who is there before anybody has signed in.
    expect(faults.filter((fault) => !/status of 401/.test(fault))).toEqual([]);
  });

  it("leaves nothing to complain about", () => expect(scene.faults).toEqual([]));
});
