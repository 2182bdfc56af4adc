import { describe, expect, it } from "vitest";
import { floorOf, groupByFloor, readUnitList } from "./unit-list";

describe("units written as a line", () => {
  it.each([
    ["101–104, PH1", ["101", "102", "103", "104", "PH1"]],
    ["#201, 203;205", ["201", "203", "205"]],
    ["PH1-PH3", ["PH1", "PH2", "PH3"]],
    ["ph1-3", ["PH1", "PH2", "PH3"]],
    ["A to D", ["A", "B", "C", "D"]],
    ["08-11", ["08", "09", "10", "11"]],
    ["1, 1, 2", ["1", "2"]],
  ])("%s", (text, units) => expect(readUnitList(text)).toEqual({ units }));

  it.each([
    ["", "nothing"],
    ["112-101", "badRange"],
    ["A1-B4", "badRange"],
    ["1-100000", "tooMany"],
    ["101, <b>", "badName"],
  ])("%s is refused", (text, problem) => expect(readUnitList(text)).toMatchObject({ problem }));
});

describe("floors", () => {
  it("are read from the name of a unit", () => {
    const floors = ["101", "1204A", "PH2", "B1", "7", null, "A305"].map((unit) => floorOf(unit));
    expect(floors.map((floor) => (floor.kind === "number" ? floor.number : floor.kind))).toEqual([
      1,
      12,
      "penthouse",
      "ground",
      "other",
      "other",
      3,
    ]);
  });

  it("are walked from the ground up", () => {
    const groups = groupByFloor(["PH1", "1001", "201", "210", "22", "G2"].map((unitNumber) => ({ unitNumber })));
    expect(groups.map(({ units }) => units.map(({ unitNumber }) => unitNumber))).toEqual([
      ["G2"],
      ["201", "210"],
      ["1001"],
      ["PH1"],
      ["22"],
    ]);
  });
});
