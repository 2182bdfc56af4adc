import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;

/** Six houses and a building of four doors. */
const rows = [
  ...Array.from({ length: 6 }, (_, n) => `"${10 + n * 2} Oak St, Vancouver, BC",,49.2${60 + n},-123.120`),
  ...["101", "102", "201", "PH1"].map((unit) => `"40 Oak St, Vancouver, BC",${unit},49.2670,-123.120`),
];
const ward = [[-123.13, 49.25], [-123.11, 49.25], [-123.11, 49.28], [-123.13, 49.28], [-123.13, 49.25]]; // prettier-ignore

const furnish = async (house: House) => {
  const addresses = path.join(house.dataDir, "addresses.csv");
  fs.writeFileSync(addresses, ["address,unit,latitude,longitude", ...rows].join("\n"));
  await runCm(house, ["import", "addresses", addresses, "--source", "city", "--json"]);
  const wards = path.join(house.dataDir, "wards.geojson");
  const feature = { type: "Feature", properties: { name: "Oak Street" }, geometry: { type: "Polygon", coordinates: [ward] } };
  fs.writeFileSync(wards, JSON.stringify({ type: "FeatureCollection", features: [feature] }));
  await runCm(house, ["import", "cuts", wards, "--source", "city", "--json"]);
};

type Opened = {
  code: string;
  lines: { place: number; addressId: string; address: string; unitNumber: string | null }[];
  entered: { addressId: string; outcome: string }[];
};
let cutId = "";
let code = "";
const opened = () => ask<Opened>(admin, "admin/canvass.sheets.open", { code });

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  admin = scene.admin;
  return scene.stop;
});

/** A shift of today that Ana and Ben walk. */
const handOut = async (): Promise<string> => {
  const cuts = await ask<{ items: { id: string }[] }>(admin, "admin/map.cuts.list", {});
  cutId = cuts.items[0]?.id ?? "";
  const date = new Date().toISOString().slice(0, 10);
  const when = { date, startTime: "23:30", endTime: "23:55" };
  const shift = await mutate<{ id: string }>(admin, "admin/map.shifts.create", {
    title: "Oak evening",
    ...when,
    maxVolunteers: 5,
    openPlaces: 6,
    cutId,
  });
  const people = await Promise.all(
    ["Ana Nguyen", "Ben Roy"].map((name, n) =>
      mutate<{ id: string }>(admin, "admin/auth.users.create", { name, email: `walker${n}@example.org`, role: "USER" }),
    ),
  );
  await mutate(admin, "admin/map.turfAssignments.handOut", { shiftId: shift.id, cutId, userIds: people.map(({ id }) => id) });
  return shift.id;
};

describe("a walk sheet", () => {
  it("is printed from the turf of a shift, with its code on the page", async () => {
    const shiftId = await handOut();
    await admin.goto(`/admin/shifts/${shiftId}`);
    await admin.getByRole("button", { name: "What to do with Oak Street" }).click();
    await admin.getByRole("menuitem", { name: "Print a walk sheet" }).click();
    await admin.getByRole("button", { name: "Make the sheet" }).click();
    const link = admin.getByRole("link", { name: "Open the PDF" });
    await link.waitFor();
    const pdf = await admin.request.get((await link.getAttribute("href")) ?? "");
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true });
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? "";
    expect(text).toContain("40 Oak St");
    expect((await opened()).code).toBe(code);
  });

  it("is found by its code, also in small letters; a wrong one is told from one nobody printed", async () => {
    await admin.goto("/admin/sheets");
    await admin.getByRole("link", { name: "Oak Street" }).waitFor();
    await lookOver(admin, "sheets");
    const field = admin.getByLabel("Code of the sheet");
    await field.fill("hello");
    await field.press("Enter");
    await admin.getByText("That is not the code of a sheet").waitFor();
    await field.fill("0000 0000");
    await field.press("Enter");
    await admin.getByText("No sheet has this code").waitFor();
    await lookOver(admin, "sheet-unknown");
    await admin.getByLabel("Code of the sheet").fill(code.toLowerCase().replace("-", ""));
    await admin.getByLabel("Code of the sheet").press("Enter");
    await admin.getByText("Who walked").waitFor();
    await lookOver(admin, "sheet-who");
  });

  it("is typed in by keys alone, and a reload in the middle loses nothing", async () => {
    await admin.getByText("Ana Nguyen", { exact: true }).first().click();
    await admin.getByRole("button", { name: "Begin typing" }).click();
    await admin.getByText("1 of 10", { exact: true }).waitFor();
    await admin.keyboard.type("n");
    await admin.getByText("2 of 10", { exact: true }).waitFor();
    // Spoke, leans our way, wants a sign; the next letter is the next door's.
    await admin.keyboard.type("s2x");
    await admin.keyboard.press(".");
    await admin.getByRole("textbox", { name: /^Note for/ }).fill("Ring twice");
    await admin.keyboard.press("Enter");
    await lookOver(admin, "sheet-typing");
    await admin.keyboard.type("rn");
    await admin.keyboard.press("Backspace");
    await admin.getByText("4 of 10", { exact: true }).waitFor();
    await admin.reload();
    await admin.getByText("4 of 10", { exact: true }).waitFor();
    await admin.getByText("Everything is saved").waitFor();
    expect((await opened()).entered.map(({ outcome }) => outcome).sort()).toEqual(["NOT_HOME", "REFUSED", "SPOKE_WITH"]);
  });

  it("keeps what is typed while the server cannot be reached, and sends it once afterwards", async () => {
    await admin.context().setOffline(true);
    await admin.keyboard.type("mm");
    await admin.getByText(/2 doors are kept on this device/).waitFor();
    await lookOver(admin, "sheet-offline");
    await admin.context().setOffline(false);
    await admin.getByText("Everything is saved").waitFor();
    expect((await opened()).entered).toHaveLength(5);
    await admin.keyboard.press("?");
    await admin.getByRole("dialog", { name: "Keys of this page" }).waitFor();
    await lookOver(admin, "sheet-keys");
    await admin.keyboard.press("Escape");
    await admin.getByRole("dialog").waitFor({ state: "detached" });
    await admin.keyboard.press("Space");
    await admin.keyboard.type("nlcn");
    await admin.getByText("The end of the sheet").waitFor();
    await admin.getByText("One line was left blank: 6.").waitFor();
    await admin.getByText("Everything is saved").waitFor();
    await lookOver(admin, "sheet-end");
  });

  it("shows what is there when it is opened again, corrects a door, and is seen among the visits", async () => {
    await admin.goto(`/admin/sheets/${code}`);
    await admin.getByText("9 of 10 doors of this sheet are typed in already.").waitFor();
    await admin.keyboard.press("ArrowUp");
    await admin.getByText("10 of 10", { exact: true }).waitFor();
    await admin.keyboard.type("v");
    await admin.getByText("Everything is saved").waitFor();
    await expect.poll(async () => (await opened()).entered.map(({ outcome }) => outcome)).toContain("ALREADY_VOTED");
    expect((await opened()).entered).toHaveLength(9);
    await admin.getByRole("button", { name: "The turf is back" }).click();
    await admin.getByText("Its doors can be handed out again.").waitFor();
    await admin.goto("/admin/visits");
    const taken = admin.getByRole("row", { name: /Already voted/ });
    await taken.getByText("Ana Nguyen").waitFor();
    await taken.getByText(`Paper ${code}`).waitFor();
    await admin.getByText("Taken back").waitFor();
    await lookOver(admin, "sheet-visits");
    expect(scene.faults.filter((fault) => !fault.includes("404") && !fault.includes("400") && !fault.includes("ERR_INTERNET"))).toEqual([]);
  });

  it("is printed for a turf without a shift, and typed in by thumb in French", async () => {
    await admin.goto(`/admin/turf/${cutId}`);
    await admin.getByRole("button", { name: "Print a sheet" }).click();
    await admin.getByRole("button", { name: "Make the sheet" }).click();
    const said = await admin.getByText(/doors on paper, code/).innerText();
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? "";
    await admin.setViewportSize({ width: 390, height: 844 });
    await admin.evaluate(() => localStorage.setItem("cml-locale", "fr"));
    await admin.goto(`/admin/sheets/${code}`);
    await admin.getByText("Qui a marché").waitFor();
    await admin.getByRole("combobox", { name: "Qui a marché" }).click();
    await admin.getByRole("option", { name: /Ben Roy/ }).click();
    await admin.getByRole("button", { name: "Commencer la saisie" }).click();
    await admin.getByRole("button", { name: "Absence" }).click();
    await admin.getByText("2 sur 10", { exact: true }).waitFor();
    await admin.getByText("Tout est enregistré").waitFor();
    await lookOver(admin, "sheet-thumb-fr");
    expect((await opened()).entered).toHaveLength(1);
  });
});
