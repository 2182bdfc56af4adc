import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { lookOver } from "../src/look-over";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures");
const addressFile = path.join(fixtures, "vancouver-addresses/addresses.csv.gz");

let scene: AdminScene;
let admin: Page;

beforeAll(async () => {
  scene = await raiseAdminScene();
  admin = scene.admin;
  return scene.stop;
});

const lookInto = async (file: string | { name: string; mimeType: string; buffer: Buffer }, source: string) => {
  await admin.goto("/admin/imports/new");
  await admin.locator("input[type=file]").setInputFiles(file);
  await admin.getByLabel("Name of the source").fill(source);
  await admin.getByRole("button", { name: "Upload and look inside" }).click();
  await admin.getByRole("heading", { name: "How the file reads" }).waitFor({ timeout: 60_000 });
};
const button = (name: string | RegExp) => admin.getByRole("button", { name });

describe("a table of addresses", () => {
  it("is compared before anything changes, stopped on its way, brought in again and put back", async () => {
    await lookInto(addressFile, "vancouver");
    await admin.getByRole("region", { name: "The first rows on a map" }).locator("canvas").waitFor();
    await lookOver(admin, "imports-columns");

    await button("Show the difference").click();
    await admin.getByRole("heading", { name: /What addresses.csv.gz would change/ }).waitFor({ timeout: 120_000 });
    await admin.getByRole("img", { name: /29,348 new, 0 changed, 0 unchanged, 0 not taken/ }).waitFor();
    await lookOver(admin, "imports-difference");

    await button("Import now").click();
    // Once the first rows stand, on its way through the file.
    await admin.getByText(/[1-9][\d,]* rows a second/).waitFor({ timeout: 60_000 });
    await button("Stop the import").click();
    await admin.getByRole("heading", { name: "The import was stopped" }).waitFor({ timeout: 60_000 });
    await lookOver(admin, "imports-stopped");
    // What came in stays; going on brings the rest, each row once, whether or not somebody looks on.
    await button("Go on").click();
    await admin.getByText("You may leave this page").or(admin.getByText("The import is done")).first().waitFor({ timeout: 60_000 });
    await admin.reload();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 120_000 });
    await admin.getByRole("img", { name: /29,348 new, 0 changed, 0 unchanged, 0 not taken, of 29,348 rows/ }).waitFor();
    await lookOver(admin, "imports-summary");

    await button("Put everything back").click();
    await admin.getByRole("dialog").getByRole("button", { name: "Put everything back" }).click();
    await admin.getByRole("heading", { name: "The import was put back" }).waitFor({ timeout: 120_000 });
    await lookOver(admin, "imports-undone");
    await admin.goto("/admin/imports");
    await admin.getByText("Undone").waitFor();
    await lookOver(admin, "imports-list");
    expect(scene.faults).toEqual([]);
  });

  it("says what is wrong with points and rows, reads metres when told, and hands out what was not taken", async () => {
    const rows = ["1;1 Jasper Ave;4815149.3;2168450.549", "2;3 Jasper Ave;4815159.3;2168450.549", "3;;4815159.3;2168450.549"];
    const buffer = Buffer.from(`id;Adresse;x;y\n${rows.join("\n")}\n`, "latin1");
    await lookInto({ name: "metres.csv", mimeType: "text/csv", buffer }, "metres");
    await admin.getByText("look like metres in Statistics Canada’s projection").waitFor();
    await lookOver(admin, "imports-metres");
    await button("Read them so").click();
    await admin.getByText("Points are read as EPSG:3347.").waitFor();
    await button("Import without comparing").click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 60_000 });
    const download = admin.waitForEvent("download");
    await admin.getByRole("link", { name: /Download the 1 row not taken/ }).click();
    const kept = await (await download).path();
    expect(fs.readFileSync(kept, "utf8")).toContain("no address we can read");
  });
});

describe("what lies under maps", () => {
  it("comes in by the wizard: lines are compared, brought in from the server's folder and put back, a file that is no basemap is told", async () => {
    const folder = path.join(scene.house.dataDir, "import");
    fs.mkdirSync(folder, { recursive: true });
    fs.copyFileSync(path.join(fixtures, "owen-sound/owen-sound.osm.pbf"), path.join(folder, "owen-sound.osm.pbf"));
    await admin.goto("/admin/imports/new?kind=lines");
    await admin.getByText("Import folder of the server").click();
    await admin.getByRole("radio", { name: /owen-sound.osm.pbf/ }).check();
    await lookOver(admin, "imports-lines-file");
    await button("Take this file").click();
    await admin.getByRole("heading", { name: "owen-sound.osm.pbf is here" }).waitFor({ timeout: 60_000 });
    await lookOver(admin, "imports-lines-ready");
    await button("Show the difference").click();
    await admin.getByRole("heading", { name: /What owen-sound.osm.pbf would change/ }).waitFor({ timeout: 60_000 });
    await button("Import now").click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 60_000 });
    await lookOver(admin, "imports-lines-done");
    // Put back from the list.
    await admin.goto("/admin/imports");
    await button("Put back").first().click();
    await admin.getByRole("dialog").getByRole("button", { name: "Put everything back" }).click();
    await admin
      .getByRole("row", { name: /owen-sound/ })
      .first()
      .getByText("Undone")
      .waitFor({ timeout: 60_000 });

    await admin.goto("/admin/imports/new?kind=basemap");
    await admin.locator("input[type=file]").setInputFiles({ name: "town.pmtiles", mimeType: "application/octet-stream", buffer: Buffer.from("no map at all") }); // prettier-ignore
    await button("Bring the file in").click();
    await button("Lay it under the maps").click();
    await admin.getByRole("heading", { name: "The import failed" }).waitFor({ timeout: 60_000 });
    await lookOver(admin, "imports-basemap-failed");
    expect(scene.faults).toEqual([]);
  });
});

describe("the national register", () => {
  it("comes from a folder of two provinces, the part that is wanted only, in French too", async () => {
    const folder = path.join(scene.house.dataDir, "import", "registre");
    fs.mkdirSync(folder, { recursive: true });
    writeRegister(folder, { code: "35", abbreviation: "ON", town: "OWEN SOUND", at: [-80.94, 44.56] });
    writeRegister(folder, { code: "24", abbreviation: "QC", town: "GATINEAU", at: [-75.7, 45.47] });
    await admin.goto("/admin/imports/new?kind=nar");
    await lookOver(admin, "imports-register-where");
    await admin.getByRole("radio", { name: "Import folder of the server" }).check();
    await button("See what is there: registre").click();
    await admin.getByRole("checkbox", { name: "QC" }).check();
    await lookOver(admin, "imports-register-part");
    await button("Show the difference").click();
    await admin.getByRole("img", { name: /20 new, 0 changed, 0 unchanged, 0 not taken/ }).waitFor({ timeout: 60_000 });
    await button("Import now").click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 60_000 });
    await button("Français").click();
    await admin.getByRole("heading", { name: "L’importation est terminée" }).waitFor();
    await lookOver(admin, "imports-register-done-fr");
    await admin.goto("/admin/imports");
    await admin.getByText("Comparée").first().waitFor();
    await lookOver(admin, "imports-list-fr");
    expect(scene.faults).toEqual([]);
  });
});

type Province = { code: string; abbreviation: string; town: string; at: readonly [number, number] };

const guid = (province: string, kind: number, number: number): string =>
  `${province}00000${kind}-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Twenty addresses of an invented street, as the register writes them. */
const writeRegister = (folder: string, { code, abbreviation, town, at: [longitude, latitude] }: Province): void => {
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const addresses = numbers.map((number) =>
    [guid(code, 1, number), guid(code, 2, number), "", number, "", "CEDAR", "ST", "", code, town, town, "CY", "CY", "CEDAR", "ST", "", town, abbreviation, "", "", "", "", "", "", "", "", "", "", "1"].join(","),
  ); // prettier-ignore
  const locations = numbers.map((number) =>
    [guid(code, 1, number), `${code}00000`, `${code}001`, "Riding", "Circonscription", "", "", "", latitude + number / 10_000, longitude].join(","),
  ); // prettier-ignore
  const addressHead = "LOC_GUID,ADDR_GUID,APT_NO_LABEL,CIVIC_NO,CIVIC_NO_SUFFIX,OFFICIAL_STREET_NAME,OFFICIAL_STREET_TYPE,OFFICIAL_STREET_DIR,PROV_CODE,CSD_ENG_NAME,CSD_FRE_NAME,CSD_TYPE_ENG_CODE,CSD_TYPE_FRE_CODE,MAIL_STREET_NAME,MAIL_STREET_TYPE,MAIL_STREET_DIR,MAIL_MUN_NAME,MAIL_PROV_ABVN,MAIL_POSTAL_CODE,BG_DLS_LSD,BG_DLS_QTR,BG_DLS_SCTN,BG_DLS_TWNSHP,BG_DLS_RNG,BG_DLS_MRD,BG_X,BG_Y,BU_N_CIVIC_ADD,BU_USE"; // prettier-ignore
  const locationHead = "LOC_GUID,CSD_CODE,FED_CODE,FED_ENG_NAME,FED_FRE_NAME,ER_CODE,ER_ENG_NAME,ER_FRE_NAME,BG_LATITUDE,BG_LONGITUDE";
  fs.writeFileSync(path.join(folder, `Address_${code}.csv`), `\uFEFF${[addressHead, ...addresses].join("\r\n")}\r\n`);
  fs.writeFileSync(path.join(folder, `Location_${code}.csv`), `\uFEFF${[locationHead, ...locations].join("\r\n")}\r\n`);
};
