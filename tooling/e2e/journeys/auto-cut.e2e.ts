import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { picture } from "../src/browser";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;

// The demo brings a neighbourhood with its doors, and the boundary around it.
beforeAll(async () => {
  scene = await raiseAdminScene({ args: [] });
  admin = scene.admin;
  return scene.stop;
});

const list = () => admin.getByRole("list", { name: "Turfs" }).getByRole("listitem");
const drawn = () => admin.getByRole("region", { name: "The turfs and their buildings" }).and(admin.locator("[data-drawn]")).waitFor();

describe("an area cut into turfs", () => {
  it("is cut, looked at, adjusted, kept and taken back", async () => {
    await admin.goto("/admin/turf");
    await admin.getByRole("table", { name: "Turf" }).locator("tbody tr").first().click();
    await admin.getByRole("link", { name: "Cut into turfs" }).click();
    await admin.getByLabel("Doors in each turf").fill("20");
    await lookOver(admin, "auto-cut-form");
    await admin.getByRole("button", { name: "Cut into turfs" }).click();
    await list().first().waitFor();
    const turfs = await list().count();
    expect(turfs).toBeGreaterThan(1);
    await drawn();
    await lookOver(admin, "auto-cut-preview");

    await list().first().getByRole("button").click();
    await admin.getByRole("heading", { name: "Turf 1", exact: true }).waitFor();
    await drawn();
    await lookOver(admin, "auto-cut-turf");
    await admin.getByRole("button", { name: "Split in two" }).click();
    await expect.poll(() => list().count()).toBe(turfs + 1);
    await admin.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => list().count()).toBe(turfs);
    await admin.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => list().count()).toBe(turfs + 1);
    await list().first().getByRole("button").click();
    await admin.getByRole("group", { name: "Merge with" }).getByRole("button").first().click();
    await expect.poll(() => list().count()).toBe(turfs);
    await drawn();
    await picture(admin, "auto-cut-adjusted");

    await admin.getByLabel("Names").fill("Evening {n}");
    await admin.getByRole("button", { name: "Keep these turfs" }).click();
    await admin.getByText(new RegExp(`^${String(turfs)} turfs of this area are kept`)).waitFor();
    await lookOver(admin, "auto-cut-kept");
    await admin.getByRole("link", { name: "Show all turf" }).click();
    await admin.getByText("Evening 1", { exact: true }).first().waitFor();
    await picture(admin, "auto-cut-list");
    await admin.goBack();
    await admin.getByRole("button", { name: "Remove these turfs" }).click();
    await list().first().waitFor();
    await admin.goto("/admin/turf");
    await admin.getByRole("table", { name: "Turf" }).locator("tbody tr").first().waitFor();
    expect(await admin.getByText("Evening 1", { exact: true }).count()).toBe(0);
    expect(scene.faults).toEqual([]);
  });
});
