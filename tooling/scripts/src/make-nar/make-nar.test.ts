import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeNar } from "./index.mjs";
import { toLambert } from "./lambert.mjs";

let out = "";
beforeEach(() => {
  out = fs.mkdtempSync(path.join(os.tmpdir(), "cml-nar-"));
});
afterEach(() => fs.rmSync(out, { recursive: true }));

const read = (file: string): Record<string, string>[] => {
  const [header = "", ...lines] = fs
    .readFileSync(path.join(out, file), "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\n");
  const columns = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [columns[index] ?? "", cell])));
};

it("projects as PROJ does, to the millimetre", () => {
  const near = (latitude: number, longitude: number): string => {
    const { x, y } = toLambert(latitude, longitude);
    return `${x.toFixed(3)} ${y.toFixed(3)}`;
  };
  expect(near(53.5461, -113.4938)).toBe("4815149.300 2168450.549");
  expect(near(43.6532, -79.3832)).toBe("7224817.495 928699.052");
  expect(near(49.2827, -123.1207)).toBe("4018834.406 2007337.190");
  expect(near(47.5615, -52.7126)).toBe("8980061.656 2152320.016");
});

it("makes as many addresses as asked for, 1.61 at a building, each with its own number and identity", async () => {
  const made = await makeNar({ rows: 20_000, out });
  const addresses = read("Addresses/Address_35.csv");
  const locations = read("Locations/Location_35.csv");
  expect(addresses).toHaveLength(20_000);
  expect(locations).toHaveLength(made.buildings);
  expect(20_000 / made.buildings).toBeGreaterThan(1.45);
  expect(20_000 / made.buildings).toBeLessThan(1.75);
  expect(new Set(addresses.map(({ ADDR_GUID }) => ADDR_GUID)).size).toBe(20_000);
  const doors = addresses.map((row) =>
    [row["MAIL_MUN_NAME"], row["OFFICIAL_STREET_NAME"], row["OFFICIAL_STREET_TYPE"], row["OFFICIAL_STREET_DIR"], row["CIVIC_NO"], row["APT_NO_LABEL"]].join("|"),
  ); // prettier-ignore
  expect(new Set(doors).size).toBe(20_000);
  const towns = new Map<string, Set<string>>();
  for (const row of addresses) {
    const name = row["OFFICIAL_STREET_NAME"] ?? "";
    towns.set(name, (towns.get(name) ?? new Set()).add(row["MAIL_MUN_NAME"] ?? ""));
  }
  expect([...towns.values()].some((places) => places.size > 1)).toBe(true);
  const faceOnly = locations.filter((row) => row["BG_LATITUDE"] === "" && row["BF_REPPOINT_LATITUDE"] !== "").length / locations.length;
  expect(faceOnly).toBeGreaterThan(0.05);
  expect(faceOnly).toBeLessThan(0.1);
});

const fixture = (name: string): string => fs.readFileSync(new URL(`../../../fixtures/nar/${name}`, import.meta.url), "utf8");

it("has the columns of the real release, only its street types, and units by floor", async () => {
  await makeNar({ rows: 20_000, out, city: ["ottawa", "gatineau"] });
  for (const [made, excerpt] of [
    ["Addresses/Address_35.csv", "Address_35_owen_sound_excerpt.csv"],
    ["Locations/Location_24.csv", "Location_35_owen_sound_excerpt.csv"],
  ] as const)
    expect(fs.readFileSync(path.join(out, made), "utf8").split("\n")[0]).toBe(fixture(excerpt).split(/\r?\n/)[0]);

  const real = fixture("street-types.csv").trim().split("\n").slice(1).map((line) => line.split(",")[0]?.replaceAll('"', "")); // prettier-ignore
  const french = read("Addresses/Address_24.csv");
  const rows = [...read("Addresses/Address_35.csv"), ...french];
  const types = new Set(rows.map((row) => row["OFFICIAL_STREET_TYPE"] ?? ""));
  expect([...types].filter((type) => type !== "" && !real.includes(type))).toEqual([]);
  expect(french.filter((row) => row["OFFICIAL_STREET_TYPE"] === "RUE").length / french.length).toBeGreaterThan(0.4);

  const units = new Map<string, string[]>();
  for (const row of rows) units.set(row["LOC_GUID"] ?? "", [...(units.get(row["LOC_GUID"] ?? "") ?? []), row["APT_NO_LABEL"] ?? ""]);
  const sizes = [...units.values()].map(({ length }) => length);
  expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.8);
  expect(Math.max(...sizes)).toBeGreaterThan(40);
  const tower = [...units.values()].find(({ length }) => length > 40) ?? [];
  expect(new Set(tower).size).toBe(tower.length);
  expect(tower).toEqual(expect.arrayContaining(["101", "201"]));
});

it("makes the same files for the same seed and others for another", async () => {
  await makeNar({ rows: 500, out, seed: 4, zip: true });
  const first = fs.readFileSync(path.join(out, "202606.zip"));
  await makeNar({ rows: 500, out, seed: 4, zip: true });
  expect(fs.readFileSync(path.join(out, "202606.zip")).equals(first)).toBe(true);
  await makeNar({ rows: 500, out, seed: 5, zip: true });
  expect(fs.readFileSync(path.join(out, "202606.zip")).equals(first)).toBe(false);
});

it("writes each release as it was written, parts that do not pair among them", async () => {
  const { files } = await makeNar({ rows: 12_000, out, vintage: "2023", city: ["gatineau", "ottawa"], parts: 4 });
  expect(files.map((file) => path.relative(out, file)).filter((file) => file.includes("24"))).toEqual([
    "Addresses/Address_24_part_1.csv",
    "Addresses/Address_24_part_2.csv",
    "Addresses/Address_24_part_3.csv",
    "Addresses/Address_24_part_4.csv",
    "Locations/Location_24_part_1.csv",
    "Locations/Location_24_part_2.csv",
  ]);
  const latin1 = fs.readFileSync(path.join(out, "Addresses/Address_24_part_1.csv"), "latin1");
  expect(latin1.split("\n")[0]).toContain("MAIL_STEET_DIR");
  expect(latin1).toMatch(/É|é/);
  expect(fs.readFileSync(path.join(out, "Locations/Location_35_part_1.csv"), "latin1")).toContain("FED_2021_ENG_NAME");
});
