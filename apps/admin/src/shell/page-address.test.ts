import { noFilter, readLocationFilter, writeLocationFilter } from "@cml/domain/map";
import { expect, it } from "vitest";
import { readAddress, writeAddress } from "./page-address";

it("writes what a person can read and reads it back, whatever was typed", () => {
  const filter = {
    ...noFilter,
    q: "12 rue de l’Église & co",
    support: ["1" as const],
    type: ["COMMERCIAL" as const, "MIXED_USE" as const],
  };
  const address = writeAddress({ ...writeLocationFilter(filter), page: 2, after: "", gone: null });
  expect(address).toMatch(/support=1&/);
  expect(address).toContain("COMMERCIAL,MIXED_USE");
  expect(address).not.toContain("%22");
  expect(readLocationFilter(readAddress(address))).toEqual({ ...noFilter, ...filter });
  for (const text of ['"main street"', '"', "a=b&c", "007", "true", "é, ü + ?#", '\\"x"'])
    expect(readAddress(writeAddress({ q: text }))).toEqual({ q: text });
  expect(writeAddress({})).toBe("");
});

it("opens links of older releases", () => {
  expect(readAddress("?support=%221%22&page=2&q=%22007%22&band=high")).toEqual({ support: "1", page: "2", q: "007", band: "high" });
});
