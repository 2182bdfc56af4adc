import fs from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, picture, pictures } from "../src/browser";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf } from "../src/house";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;

// The demo brings a neighbourhood with its doors, so that there is something to look at.
beforeAll(async () => {
  scene = await raiseAdminScene({ args: [] });
  admin = scene.admin;
  return scene.stop;
});

const table = () => admin.getByRole("table", { name: "Doors" });
const rows = () => table().locator("tbody tr");
const drawer = () => admin.getByRole("dialog", { name: "Building" });
/** The count beside the page's title: waits until the list has answered. */
const listed = async (): Promise<number> => {
  const text = await admin.getByText(/^[\d,]+\+? buildings/).innerText();
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(",", ""));
};

describe("the buildings of a campaign", () => {
  it("are found by filters that table and map share and that stand in the address", async () => {
    await admin.goto("/admin/doors");
    await rows().first().waitFor();
    const all = await listed();
    expect(all).toBeGreaterThan(10);
    await admin.getByRole("region", { name: "Map of the doors" }).locator("canvas").waitFor();
    await admin.waitForLoadState("networkidle");
    await lookOver(admin, "buildings");

    await admin.getByRole("button", { name: "Filters" }).click();
    await admin.getByRole("group", { name: "Support" }).getByText("Strong support").click();
    await expect.poll(listed).toBeLessThan(all);
    await picture(admin, "buildings-filters");
    await admin.keyboard.press("Escape");
    expect(new URL(admin.url()).search).toMatch(/[?&]support=1(?:&|$)/);
    await admin.reload();
    await rows().first().waitFor();
    expect(await listed()).toBeLessThan(all);
    await admin.getByRole("button", { name: "Remove filter: Strong support" }).click();
    await expect.poll(listed).toBe(all);
    await admin.getByRole("columnheader", { name: "Last visit" }).getByRole("button").click();
    expect(new URL(admin.url()).searchParams.get("sort")).toBe("visited");
    await admin.getByText("List", { exact: true }).click();
    await pictures(admin, "buildings-list");
  });

  it("are edited beside the map, and a newer save is never written over", async () => {
    await admin.goto("/admin/doors");
    await rows().first().click();
    await drawer().getByRole("tab", { name: "Building" }).click();
    await drawer().getByLabel("Notes about the building").fill("Ring twice");
    await drawer().getByRole("button", { name: "Save" }).click();
    await admin.getByText("Saved", { exact: true }).first().waitFor();
    await pictures(admin, "building-details");

    // A colleague opens the same building and saves first.
    const colleague = await newPerson(scene.browser, { baseUrl: scene.house.url });
    await enterAdmin(colleague.page, administratorOf(scene.house));
    await colleague.page.goto(admin.url().slice(scene.house.url.length));
    const theirs = colleague.page.getByRole("dialog", { name: "Building" });
    await theirs.getByRole("tab", { name: "Building" }).click();
    await theirs.getByLabel("Notes about the building").fill("Ring once");
    await drawer().getByLabel("Notes about the building").fill("Ring three times");
    await theirs.getByRole("button", { name: "Save" }).click();
    await colleague.page.getByText("Saved", { exact: true }).first().waitFor();
    await drawer().getByRole("button", { name: "Save" }).click();
    await admin.getByText("Somebody else saved this meanwhile", { exact: false }).waitFor();
    expect(await drawer().getByLabel("Notes about the building").inputValue()).toBe("Ring three times");
    await drawer().getByRole("button", { name: "Save" }).click();
    await admin.getByText("Saved", { exact: true }).first().waitFor();
    await drawer().getByRole("tab", { name: "History" }).click();
    await drawer()
      .getByRole("tabpanel", { name: "History" })
      .getByText(/^Notes/)
      .first()
      .waitFor();
    await colleague.context.close();
  });

  it("get doors by a range and people at each, and a removed one comes back", async () => {
    await drawer().getByRole("tab", { name: "Doors" }).click();
    await drawer().getByRole("button", { name: "Add doors" }).click();
    await drawer().getByLabel("Doors to add").fill("901–904, PH1");
    await drawer().getByText("5 new doors: 901, 902, 903, 904, PH1").waitFor();
    await picture(admin, "building-add-doors");
    await drawer().getByRole("button", { name: "Add doors" }).click();
    await drawer().getByRole("heading", { name: "Floor 9" }).waitFor();
    await drawer().getByRole("button", { name: "Door 902: open" }).click();
    await drawer().getByRole("button", { name: "Add a person" }).click();
    await drawer().getByLabel("First name").fill("Rosa");
    await drawer().getByLabel("Telephone").fill("604 555 0100");
    await drawer()
      .locator("form")
      .filter({ has: admin.getByLabel("First name") })
      .getByRole("button", { name: "Save" })
      .click();
    await drawer().getByText("First person").waitFor();
    await lookOver(admin, "building-doors");
    await drawer().getByRole("button", { name: "Remove door" }).click();
    await admin.getByText("Door 902 removed").waitFor();
    await admin.getByRole("button", { name: "Undo" }).last().click();
    await drawer().getByRole("button", { name: "Door 902: open" }).waitFor();
  });

  it("are moved with the keyboard and added by a pick on the map", async () => {
    await drawer().getByRole("button", { name: "Move on the map" }).click();
    await admin.getByText("Drag the mark to the door", { exact: false }).waitFor();
    const handle = admin.getByRole("button", { name: /^Move this building/ });
    await handle.focus();
    await handle.press("Shift+ArrowRight");
    await handle.press("Enter");
    await admin.getByText("Moved", { exact: true }).first().waitFor({ timeout: 30_000 });
    await picture(admin, "building-moving");
    await admin.getByRole("button", { name: "Done moving" }).click();
    await drawer().getByRole("tab", { name: "History" }).click();
    await drawer().getByText("Point", { exact: false }).first().waitFor();
    await admin.keyboard.press("Escape");

    await admin.getByRole("button", { name: "More" }).first().click();
    await admin.getByRole("menuitem", { name: "Add a building" }).click();
    await admin.getByText("Click on the map where the building stands", { exact: false }).waitFor();
    await admin.getByRole("region", { name: "Map of the doors" }).locator("canvas").focus();
    await admin.keyboard.press("Enter");
    await admin.getByLabel("Address", { exact: false }).last().fill("1 Brand New Lane");
    await picture(admin, "building-adding");
    await admin.getByRole("button", { name: "Add a building" }).last().click();
    await drawer().getByRole("heading", { name: "1 Brand New Lane" }).waitFor();
    await admin.keyboard.press("Escape");
  });

  it("are changed many at once and put back, and exported as they are listed", async () => {
    await admin.goto("/admin/doors?q=brand+new");
    await expect.poll(listed).toBe(1);
    await admin.getByRole("button", { name: "Choose this page" }).click();
    await admin.getByText("1 building chosen").waitFor();
    await admin.getByRole("button", { name: "Change", exact: true }).click();
    await admin.getByLabel("Municipality").last().fill("Newtown");
    await picture(admin, "buildings-change");
    await admin.getByRole("button", { name: "Change them" }).click();
    await admin.getByText("1 building changed").waitFor({ timeout: 30_000 });
    await admin.getByRole("button", { name: "Undo" }).last().click();
    await admin.getByText("Everything is back as it was").waitFor({ timeout: 30_000 });
    await admin.getByRole("button", { name: "Close" }).last().click();

    await admin.getByRole("button", { name: "More" }).first().click();
    const download = admin.waitForEvent("download");
    await admin.getByRole("menuitem", { name: "Export these doors (CSV)" }).click();
    const file = await (await download).path();
    const lines = (await fs.readFile(file, "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("1 Brand New Lane");
  });

  it("work on a phone, where the list comes from below", async () => {
    const small = await newPerson(scene.browser, { baseUrl: scene.house.url, viewport: phone });
    await enterAdmin(small.page, administratorOf(scene.house));
    await small.page.goto("/admin/doors");
    await small.page.getByRole("table", { name: "Doors" }).locator("tbody tr").first().waitFor();
    expect(await seriousFindings(small.page)).toEqual([]);
    await small.page.getByRole("table", { name: "Doors" }).locator("tbody tr").first().click();
    await small.page.getByRole("dialog", { name: "Building" }).getByRole("tab", { name: "Doors" }).waitFor();
    await picture(small.page, "buildings-phone-drawer");
    expect(await seriousFindings(small.page)).toEqual([]);
    expect(small.faults).toEqual([]);
    expect(scene.faults.filter((fault) => !/409 \(Conflict\)/.test(fault))).toEqual([]);
    await small.context.close();
  });
});
