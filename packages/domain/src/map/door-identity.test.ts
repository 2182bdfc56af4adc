import { describe, expect, it } from "vitest";
import { resolveDoors } from "./door-identity";
import type { KnownDoor } from "./known-door";
import { type DoorRow, readDoorRow } from "./import-row";

const row = (text: string, given: Partial<DoorRow> = {}): DoorRow => {
  const read = readDoorRow({ a: text, y: "49.25", x: "-123.1" }, { address: "a", latitude: "y", longitude: "x" });
  if (!("door" in read)) throw new Error(read.reason);
  return { ...read.door, ...given };
};
const oak = "10 Oak St, Vancouver, BC";
const stored = (given: Partial<KnownDoor> = {}): KnownDoor => ({
  ...row(oak),
  addressId: "a1",
  locationId: "l1",
  source: "city",
  mark: null,
  refusedMarks: [],
  isTouched: false,
  ...given,
});
const resolve = (rows: DoorRow[], known: KnownDoor[] = []) => {
  let made = 0;
  const outcomes = resolveDoors(
    rows.map((door, index) => ({ row: index + 1, door })),
    { doors: known, buildings: [] },
    { source: "city", newId: () => `new${(made += 1)}` },
  );
  return outcomes.map((outcome) => (outcome.kind === "reject" ? outcome.reason : outcome.kind));
};
const metresNorth = (metres: number) => ({ latitude: 49.25 + metres / 111_195 });

describe("resolveDoors", () => {
  it.each<[string, DoorRow, KnownDoor, string]>([
    ["the same GUID wherever it stands", row(oak, { addrGuid: "g", ...metresNorth(900) }), stored({ addrGuid: "g" }), "change"],
    ["the same id, moved and renamed nearby", row("12 Oak St, Vancouver, BC", { externalId: "7" }), stored({ externalId: "7" }), "change"],
    [
      "the same id of another source",
      row("9 Elm St, Vancouver, BC", { externalId: "7" }),
      stored({ externalId: "7", source: "nar" }),
      "building",
    ],
    [
      "the same id far away and renamed",
      row("9 Elm St, Delta, BC", { externalId: "7", ...metresNorth(9_000) }),
      stored({ externalId: "7" }),
      "idOfAnotherDoor",
    ],
    ["the same text at 29 m", row(oak, metresNorth(29)), stored(), "change"],
    ["the same text at 31 m", row(oak, metresNorth(31)), stored(), "building"],
    ["the same text, both with ids that differ", row(oak, { externalId: "8" }), stored({ externalId: "7" }), "building"],
    ["the same text, only one with an id", row(oak, { externalId: "8" }), stored(), "change"],
    ["another unit of the building", row(oak, { unitNumber: "2" }), stored({ unitNumber: "1" }), "unit"],
    ["the same row", row(oak), stored(), "same"],
    ["a blank where something is known", row(oak), stored({ postalCode: "V6B1A1", externalId: "7" }), "same"],
  ])("takes %s for what it is", (_name, door, known, kind) => expect(resolve([door], [known])).toEqual([kind]));

  it("lets the first row about a door win, so that the file changes nothing twice", () => {
    const rows = [row(oak, { externalId: "7" }), row(oak, { externalId: "7" }), row("12 Oak St, Vancouver, BC", { externalId: "7" })];
    expect(resolve(rows)).toEqual(["building", "same", "duplicateInFile"]);
    expect(resolve(rows, [stored({ externalId: "7" })])).toEqual(["same", "same", "duplicateInFile"]);
  });

  it("gathers the units of one new building", () => {
    expect(resolve(["1", "2", "3"].map((unitNumber) => row(oak, { unitNumber })))).toEqual(["building", "unit", "unit"]);
  });
});
