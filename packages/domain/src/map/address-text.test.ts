import { describe, expect, it } from "vitest";
import { parseAddressText, searchKeyOf, streetKeyOf, streetOf } from "./address-text";
import { provinceOf } from "./street-words";

const part = (text: string) => {
  const p = parseAddressText(text);
  return p === null
    ? null
    : [p.unitNumber, p.civicNumber, p.civicSuffix, p.streetName, p.streetType, p.streetDirection, p.municipality, p.province, p.postalCode];
};

describe("parseAddressText", () => {
  it.each([
    ["1 ALEXANDER ST, VANCOUVER, BC", [null, 1, null, "ALEXANDER", "ST", null, "VANCOUVER", "BC", null]],
    ["10 E 11TH AV, VANCOUVER, BC", [null, 10, null, "11TH", "AV", "E", "VANCOUVER", "BC", null]],
    ["1 E BROADWAY, VANCOUVER, BC", [null, 1, null, "BROADWAY", null, "E", "VANCOUVER", "BC", null]],
    ["1001 KINGSWAY, VANCOUVER, BC", [null, 1001, null, "KINGSWAY", null, null, "VANCOUVER", "BC", null]],
    ["4-123B 5 Ave NW, Calgary, Alberta T2N 1B2", ["4", 123, "B", "5", "Ave", "NW", "Calgary", "AB", "T2N1B2"]],
    [
      "123, rue Sainte-Catherine Ouest, Montréal (Québec) H2X 1K6",
      [null, 123, null, "Sainte-Catherine", "rue", "Ouest", "Montréal", "QC", "H2X1K6"],
    ],
    ["12 1/2 Main St S, Hamilton ON", [null, 12, "1/2", "Main", "St", "S", "Hamilton", "ON", null]],
    ["99 Avenue Rd, Toronto, ON", [null, 99, null, "Avenue", "Rd", null, "Toronto", "ON", null]],
    ["#12 450 Oak Street, Vancouver, BC, Canada", ["12", 450, null, "Oak", "Street", null, "Vancouver", "BC", null]],
    ["450 Oak Street apt. 12b, Vancouver", ["12B", 450, null, "Oak", "Street", null, "Vancouver", null, null]],
    ["Kingsway", [null, null, null, "Kingsway", null, null, null, null, null]],
  ])("reads %s", (text, parts) => expect(part(text)).toEqual(parts));

  it.each(["", " , ,", "12", "BC V6B 1A1"])("finds no street in '%s'", (text) => {
    const parsed = parseAddressText(text);
    expect(parsed === null || parsed.civicNumber === null).toBe(true);
  });
});

const keyOf = (text: string): string => searchKeyOf(parseAddressText(text)!);

describe("searchKeyOf", () => {
  it.each([
    ["1 Alexander Street, Vancouver, British Columbia", "1 ALEXANDER ST, VANCOUVER, BC"],
    ["123 rue Sainte-Catherine O, Montreal, QC", "123, rue Sainte-Catherine Ouest, Montréal (Québec)"],
    ["10 11th Avenue East, Vancouver, BC", "10 E 11TH AV, VANCOUVER, BC"],
    ["4-12 Main St., Hamilton, ON", "12 MAIN STREET, Hamilton, Ontario"],
  ])("is the same for %s and %s", (a, b) => expect(keyOf(a)).toBe(keyOf(b)));

  it.each([
    ["1 Alexander St, Vancouver, BC", "1 Alexander Ave, Vancouver, BC"],
    ["1 Alexander St, Vancouver, BC", "1 Alexander St, Burnaby, BC"],
    ["12 Main St N, Hamilton, ON", "12 Main St S, Hamilton, ON"],
    ["12A Main St, Hamilton, ON", "12 Main St, Hamilton, ON"],
  ])("keeps %s and %s apart", (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)));
});

describe("streetKeyOf", () => {
  it.each([
    [["Sainte-Catherine", "Montréal", "Québec"], "ste catherine|montreal|qc"],
    [["STE-CATHERINE", "MONTREAL", "QC"], "ste catherine|montreal|qc"],
    [["11TH", "VANCOUVER", "BC"], "11|vancouver|bc"],
    [["5e", "Saint-Jérôme", "qc"], "5|st jerome|qc"],
    [["First", "Sacré-Cœur", null], "1|sacre coeur|"],
    [["Main", null, null], "main||"],
  ] as const)("reads %j", ([streetName, municipality, province], key) =>
    expect(streetKeyOf({ streetName, municipality, province })).toBe(key),
  );

  it("keeps what else the town is called", () => {
    expect(
      streetOf({
        streetName: "Yonge",
        municipality: "NORTH YORK",
        province: "ON",
        censusSubdivision: "Toronto",
        municipalityFr: "North York",
      }),
    ).toEqual({ key: "yonge|north york|on", name: "yonge", municipality: "north york", province: "on", aliases: ["toronto"] });
  });
});

it("knows provinces in both languages", () => {
  expect([provinceOf("Québec"), provinceOf("colombie-britannique"), provinceOf("Ont."), provinceOf("XX")]).toEqual([
    "QC",
    "BC",
    "ON",
    null,
  ]);
});
