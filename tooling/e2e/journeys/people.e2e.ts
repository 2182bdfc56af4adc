import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { ask } from "../src/admin-call";
import { newPerson, phone, picture } from "../src/browser";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";

let scene: AdminScene;
let admin: Page;

const street = (name: string, longitude: number) =>
  Array.from({ length: 20 }, (_, n) => `"${10 + n * 2} ${name}, Vancouver, BC",,${(49.25 + n * 0.0004).toFixed(5)},${longitude}`);
const tower = ["101", "102", "PH1"].map((unit) => `"400 Cedar Ave, Vancouver, BC",${unit},49.25420,-123.1150`);

const head =
  "Voter File VANID,LastName,FirstName,Preferred Phone,PreferredEmail,StreetNo,StreetName,StreetType,AptNo,City,State,Zip5,Support,Lawn Sign";
const sure = Array.from(
  { length: 12 },
  (_, n) => `${100 + n},Sure${n},Person,604-555-01${10 + n},,${10 + n * 2},Oak,St,,Vancouver,BC,,${(n % 5) + 1},`,
);
const leftovers = [
  "201,Diaz,Ana,604-555-0201,ana@example.org,400,Cedar,Ave,,Vancouver,BC,,2,Yes",
  "202,Far,Jo,604-555-0202,,999,Nowhere,Cres,,Vancouver,BC,,,",
  "203,Roy,René,,rene@example.org,400,Cedar,Ave,205,Vancouver,BC,,1,",
  "204,Late,Lee,,lee@example.org,11,Oak,St,,Vancouver,BC,,,",
  "205,,,,,12,Oak,St,,Vancouver,BC,,,",
];

const furnish = async (house: House) => {
  const file = path.join(house.dataDir, "houses.csv");
  fs.writeFileSync(
    file,
    ["address,unit,latitude,longitude", ...street("Oak St", -123.12), ...street("Elm St", -123.11), ...tower].join("\n"),
  );
  await runCm(house, ["import", "addresses", file, "--source", "houses", "--json"]);
};

beforeAll(async () => {
  scene = await raiseAdminScene({ furnish });
  admin = scene.admin;
  return scene.stop;
});

const button = (name: string | RegExp) => admin.getByRole("button", { name });
const person = (name: string) => admin.getByRole("heading", { level: 2, name });
const peopleAt = async (address: string): Promise<string[]> => {
  const { items } = await ask<{ items: { id: string }[] }>(admin, "admin/map.locations.list", { filter: { q: address } });
  const names: string[] = [];
  for (const { id } of items) {
    const { addresses } = await ask<{ addresses: { residents: { firstName: string | null }[] }[] }>(admin, "admin/map.locations.get", {
      id,
    });
    names.push(...addresses.flatMap(({ residents }) => residents.map(({ firstName }) => firstName ?? "")));
  }
  return names;
};

describe("a list of people", () => {
  it("is known as VAN's by its columns, shows at which doors it would land, and is compared before anything changes", async () => {
    await admin.goto("/admin/imports/new?kind=people");
    const buffer = Buffer.from([head, ...sure, ...leftovers].join("\r\n"), "utf8");
    await admin.locator("input[type=file]").setInputFiles({ name: "riding.csv", mimeType: "text/csv", buffer });
    await button("Upload and look inside").click();
    await admin.getByText("The columns look like this one.").waitFor({ timeout: 60_000 });
    expect(await admin.getByRole("combobox", { name: "Export of" }).inputValue()).toBe("VAN");
    await admin.getByText("12 of 16 people have a sure door").waitFor();
    await admin.getByText("Waits for you: Several units, and the list names none").waitFor();
    await admin.waitForLoadState("networkidle");
    await lookOver(admin, "people-columns");
    await button("Remember this").click();
    await admin.getByLabel("Name of the preset").fill("Riding lists");
    await admin.keyboard.press("Enter");
    await admin.getByText("is remembered for files with these columns").first().waitFor();
    await button("Show the difference").click();
    await admin.getByRole("img", { name: /12 new, 0 changed, 0 unchanged, 5 not taken/ }).waitFor({ timeout: 60_000 });
    await admin.getByText("4 people have no sure door and would wait for you.").waitFor();
    await picture(admin, "people-difference");
    expect(await peopleAt("10 Oak St")).toEqual([]);
    await button("Import now").click();
    await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 60_000 });
    await admin.getByText("4 people have no sure door and wait for you.").waitFor();
    await lookOver(admin, "people-summary");
    expect(await peopleAt("10 Oak St")).toEqual(["Person"]);
  });

  it("leaves a queue that is worked by keys: a unit, an address as one types, a unit set up, and every step comes back", async () => {
    await admin.getByRole("link", { name: "People without a door" }).click();
    await admin.getByText("4 wait", { exact: true }).waitFor();
    await person("Ana Diaz").waitFor();
    await admin.waitForLoadState("networkidle");
    await lookOver(admin, "unmatched");
    await admin.keyboard.press("1");
    const units = admin.getByRole("combobox", { name: "Which unit of 400 CEDAR AVE?" });
    await units.click();
    await admin.getByRole("option", { name: "102" }).click();
    await button("This unit").click();
    await person("Jo Far").waitFor();
    expect(await peopleAt("400 Cedar Ave")).toEqual(["Ana"]);
    await admin.keyboard.press("u");
    await person("Ana Diaz").waitFor();
    expect(await peopleAt("400 Cedar Ave")).toEqual([]);
    await admin.keyboard.press("n");
    await person("Jo Far").waitFor();
    await admin.keyboard.press("/");
    await admin.keyboard.type("14 Elm Street, Vancouver");
    await admin.getByRole("button", { name: /14 ELM ST/i }).waitFor();
    await picture(admin, "unmatched-search");
    await admin.getByRole("searchbox").press("Enter");
    await admin.keyboard.press("1");
    await person("René Roy").waitFor();
    expect(await peopleAt("14 Elm St")).toEqual(["Jo"]);
    await admin.getByText("unit 205 will be set up").first().waitFor();
    await admin.keyboard.press("1");
    await person("Lee Late").waitFor();
    expect(await peopleAt("400 Cedar Ave")).toEqual(["René"]);
    await admin.keyboard.press("u");
    await admin.keyboard.press("p");
    await admin.getByText("3 wait", { exact: true }).waitFor();
    expect(await peopleAt("400 Cedar Ave")).toEqual([]);
  });

  it("gets a new door by a click on the map, and who is set aside comes back", async () => {
    await admin.goto("/admin/imports/unmatched");
    await person("Ana Diaz").waitFor();
    await admin.keyboard.press("s");
    await person("René Roy").waitFor();
    await admin.keyboard.press("s");
    await person("Lee Late").waitFor();
    await admin.keyboard.press("d");
    const map = admin.getByRole("region", { name: "Map of the doors that may be theirs" });
    await map.locator("canvas").click({ position: { x: 200, y: 200 } });
    await admin.getByText(/It will stand at/).waitFor();
    await picture(admin, "unmatched-new-door");
    await button("Set up and put the person there").click();
    await admin.getByText("Nobody waits for a door").waitFor();
    await picture(admin, "unmatched-empty");
    expect(await peopleAt("11 Oak St")).toEqual(["Lee"]);
    await button("Undo").click();
    await person("Lee Late").waitFor();
    expect(await peopleAt("11 Oak St")).toEqual([]);
    await admin.keyboard.press("u");
    await admin.keyboard.press("u");
    await admin.getByText(/^[23] wait$/).waitFor();
  });

  it("is accepted in bulk above what a person holds for sure, taken back as one, and speaks French on a phone", async () => {
    // A later list knows one of them at another door: that is sure, but for a person to decide.
    const later = path.join(scene.house.dataDir, "moved.csv");
    fs.writeFileSync(later, [head, "100,Sure0,Person,604-555-0110,,14,Elm,St,,Vancouver,BC,,1,"].join("\r\n"));
    await runCm(scene.house, ["import", "people", later, "--source", "riding", "--preset", "van", "--json"]);
    await admin.goto("/admin/imports/unmatched");
    await button("Accept many").click();
    await admin.getByLabel("At least this sure").fill("60");
    await admin.getByText("1 person has such a door.").waitFor();
    await picture(admin, "unmatched-accept");
    await button("Accept them").click();
    await button("Take back").waitFor();
    await admin
      .getByText(/put at their doors?/)
      .last()
      .waitFor();
    await lookOver(admin, "unmatched-run");
    await button("Take back").click();
    await admin.getByText(/wait again/).waitFor();
    await button("Take back").waitFor({ state: "detached" });
    await admin.getByText("Put back", { exact: true }).waitFor();
    await lookOver(admin, "unmatched-run-undone");
    const someone = await newPerson(scene.browser, { baseUrl: scene.house.url, locale: "fr-CA", viewport: phone });
    await someone.context.addCookies(await admin.context().cookies());
    await someone.page.goto("/admin/imports/unmatched");
    await someone.page.getByRole("heading", { level: 1, name: "Personnes sans porte" }).waitFor();
    await someone.page.waitForLoadState("networkidle");
    await lookOver(someone.page, "unmatched-fr");
    await someone.page.goto("/admin/imports/new?kind=people");
    await someone.page.getByRole("heading", { level: 1 }).waitFor();
    await picture(someone.page, "people-new-fr");
    await someone.context.close();
  });

  it("is put back whole: everybody it brought is off their doors again", async () => {
    for (const list of ["moved.csv", "riding.csv"]) {
      await admin.goto("/admin/imports");
      await admin.getByRole("link", { name: list }).first().click();
      await button("Put everything back").click();
      await admin.getByRole("dialog").getByRole("button", { name: "Put everything back" }).click();
      await admin.getByRole("heading", { name: "The import was put back" }).waitFor({ timeout: 60_000 });
    }
    await picture(admin, "people-undone");
    expect(await peopleAt("10 Oak St")).toEqual([]);
    expect(await peopleAt("14 Elm St")).toEqual([]);
    await admin.goto("/admin/imports/unmatched");
    await admin.getByText("Nobody waits for a door").waitFor();
    expect(scene.faults).toEqual([]);
  });
});
