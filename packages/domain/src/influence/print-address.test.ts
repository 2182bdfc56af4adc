import { expect, it } from "vitest";
import { needsNoStamp, postalAddressFor } from "./print-address";

const office = (type: string, postal: string) => ({ type, postal, tel: "", fax: "" });
const mp = { level: "FEDERAL" as const, electedOffice: "MP", organization: null };

it("sends letters to members of parliament to the Hill, without a stamp", () => {
  const offices = [
    office("constituency", "12 King St\nToronto ON  M5V 3L9"),
    office("legislature", "House of Commons\nOttawa ON  K1A 0A6"),
  ];
  const address = postalAddressFor({ ...mp, offices });
  expect(address).toBe("House of Commons\nOttawa ON  K1A 0A6");
  expect(needsNoStamp("FEDERAL", address)).toBe(true);
});

it.each([
  ["MP", "House of Commons\nOttawa ON  K1A 0A6"],
  ["Senator", "The Senate of Canada\nOttawa ON  K1A 0A4"],
  ["Sénatrice", "The Senate of Canada\nOttawa ON  K1A 0A4"],
])("knows the Hill's address for a %s without one on file", (electedOffice, address) => {
  expect(postalAddressFor({ ...mp, electedOffice, offices: [] })).toBe(address);
});

it("sends others to the office near their voters, with a stamp", () => {
  const offices = [office("legislature", "Queen's Park\nToronto ON  M7A 1A1"), office("constituency", "1 Main St\nGuelph ON  N1E 1A1")];
  const address = postalAddressFor({ level: "PROVINCIAL", electedOffice: "MPP", organization: null, offices });
  expect(address).toBe("1 Main St\nGuelph ON  N1E 1A1");
  expect(needsNoStamp("PROVINCIAL", address)).toBe(false);
});

it("puts an organisation above its address, and owns up where there is none", () => {
  const minister = { level: "FEDERAL" as const, electedOffice: "Minister of Health", organization: "Health Canada" };
  expect(postalAddressFor({ ...minister, offices: [office("", "70 Colombine\nOttawa ON  K1A 0K9")] })).toBe(
    "Health Canada\n70 Colombine\nOttawa ON  K1A 0K9",
  );
  expect(needsNoStamp("FEDERAL", "70 Colombine\nOttawa ON  K1A 0K9")).toBe(false);
  expect(postalAddressFor({ ...minister, offices: [] })).toBeNull();
});
