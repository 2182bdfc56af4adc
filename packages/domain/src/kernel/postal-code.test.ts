import { describe, expect, it } from "vitest";
import { postalCodeSchema } from "./postal-code";
import { formatPostalCode, isRuralPostalCode, parsePostalCode, provinceOfPostalCode } from "./postal-code-text";

describe("parsePostalCode", () => {
  it.each([
    ["M5V3L9", "M5V3L9"],
    ["m5v 3l9", "M5V3L9"],
    ["M5V-3L9", "M5V3L9"],
    ["GOA 1AO", "G0A1A0"],
    ["hIa 2b3", "H1A2B3"],
  ])("reads %s as %s", (text, code) => expect(parsePostalCode(text)).toBe(code));

  it.each(["", "M5V3L", "M5V3L99", "D5V3L9", "W5V3L9", "M5V3O9", "90210", "MM5V3L"])("refuses %s", (text) =>
    expect(parsePostalCode(text)).toBeNull(),
  );
});

it("formats with one space, knows rural codes and provinces", () => {
  expect(formatPostalCode("M5V3L9")).toBe("M5V 3L9");
  expect(isRuralPostalCode("G0A1A0")).toBe(true);
  expect(isRuralPostalCode("M5V3L9")).toBe(false);
  expect(provinceOfPostalCode("X0A1A0")).toBe("NU");
  expect(provinceOfPostalCode("X1A2B3")).toBe("NT");
  expect(provinceOfPostalCode("V6B1A1")).toBe("BC");
});

it("gives the parsed code as a schema", () => {
  expect(postalCodeSchema.parse(" m5v 3l9 ")).toBe("M5V3L9");
  expect(postalCodeSchema.safeParse("nope").success).toBe(false);
});
