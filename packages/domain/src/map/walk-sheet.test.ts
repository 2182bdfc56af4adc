import { describe, expect, it } from "vitest";
import { byFloor, readSheetCode, sheetCode, sheetOutcomes } from "./walk-sheet";
import { visitOutcomes } from "./enums";

describe("the code of a walk sheet", () => {
  it("has eight signs nobody mistakes, and comes back from what is typed", () => {
    expect(sheetCode(new Uint8Array([0, 0, 0, 0, 0]))).toBe("0000-0000");
    expect(sheetCode(new Uint8Array([255, 255, 255, 255, 255]))).toBe("ZZZZ-ZZZZ");
    const code = sheetCode(new Uint8Array([152, 93, 20, 186, 13]));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readSheetCode(` ${code.toLowerCase().replace("-", "")} `)).toBe(code);
    expect(readSheetCode("O0il-l1oz")).toBe("0011-110Z");
  });

  it("is nothing else", () => {
    for (const typed of ["", "K7QM", "K7QM-2XWDE", "K7QM-2XW!", "https://example.org", "UUUU-UUUU"])
      expect(readSheetCode(typed)).toBeNull();
    expect(() => sheetCode(new Uint8Array(4))).toThrow("5 bytes");
  });
});

it("knows every outcome once", () => {
  expect([...sheetOutcomes].sort()).toEqual([...visitOutcomes].sort());
});

describe("units of a building", () => {
  const walked = (...units: (string | null)[]) => byFloor(units.map((unitNumber) => ({ unitNumber }))).map(({ unitNumber }) => unitNumber);

  it("are walked from the top down, along each floor", () => {
    expect(walked("101", "1204", "PH2", "205", "1201", "PH1", "204")).toEqual(["PH1", "PH2", "1201", "1204", "204", "205", "101"]);
  });

  it("end with the ground floor, and then with what tells no floor", () => {
    expect(walked("G1", "7", "301", "B2", "LPH", null)).toEqual([null, "LPH", "301", "B2", "G1", "7"]);
  });

  it("go by number where numbers tell no floor, and a door without one is first", () => {
    expect(walked("10", "2", "B", null, "A", "1")).toEqual([null, "1", "2", "10", "A", "B"]);
  });
});
