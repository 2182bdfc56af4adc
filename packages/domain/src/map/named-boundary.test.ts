import { expect, it } from "vitest";
import { byNearestName, currentSets, levelOfSet, nameHolds, provinceOfBoundary, yearOfSet } from "./named-boundary";

it.each([
  ["federal-electoral-districts-2023-representation-order", "Canada", "FEDERAL"],
  ["ontario-electoral-districts-representation-act-2015", "Ontario", "PROVINCIAL"],
  ["circonscriptions-electorales-provinciales-du-quebec-2017", "Québec", "PROVINCIAL"],
  ["toronto-wards-2018", "Toronto, ON", "WARD"],
  ["montreal-boroughs", "Montréal, QC", "WARD"],
  ["edmonton-wards", "", "WARD"],
  ["census-subdivisions", "Canada", "MUNICIPALITY"],
  ["census-divisions", "Canada", null],
  ["ontario-english-public-school-board-boundaries", "Ontario", null],
])("%s of %s is %s", (slug, domain, level) => expect(levelOfSet({ slug, domain })).toBe(level));

it("says the province by the set, else by the number", () => {
  const of = (slug: string, domain: string, externalId: string) => provinceOfBoundary({ slug, domain, externalId });
  expect(of("toronto-wards-2018", "Toronto, ON", "10")).toBe("ON");
  expect(of("circonscriptions", "Québec", "1")).toBe("QC");
  expect(of("federal-electoral-districts-2023-representation-order", "Canada", "48016")).toBe("AB");
  expect(of("census-subdivisions", "Canada", "3520005")).toBe("ON");
  expect(of("edmonton-wards", "", "karhiio")).toBeNull();
});

it("keeps the newest of each line of sets", () => {
  const sets = [
    "federal-electoral-districts",
    "federal-electoral-districts-2013-representation-order",
    "federal-electoral-districts-2023-representation-order",
    "ontario-electoral-districts-representation-act-2005",
    "ontario-electoral-districts-representation-act-2015",
    "british-columbia-electoral-districts-2023-redistribution",
    "british-columbia-electoral-districts",
    "toronto-wards-2010",
    "toronto-wards-2018",
    "edmonton-wards",
  ].map((slug) => ({ slug }));
  expect(currentSets(sets).map(({ slug }) => slug)).toEqual([
    "federal-electoral-districts-2023-representation-order",
    "ontario-electoral-districts-representation-act-2015",
    "british-columbia-electoral-districts-2023-redistribution",
    "toronto-wards-2018",
    "edmonton-wards",
  ]);
  expect(yearOfSet("alberta-electoral-districts-2017")).toBe(2017);
  expect(yearOfSet("edmonton-wards")).toBeNull();
});

it("finds names as people type them, the nearest first", () => {
  expect(nameHolds("Trois-Rivières", "trois riv")).toBe(true);
  expect(nameHolds("Spadina—Fort York", "fort york")).toBe(true);
  expect(nameHolds("Toronto", "montreal")).toBe(false);
  const names = ["West York", "York", "Fort York", "Yorkton", "Newyork"].map((name) => ({ name }));
  expect(names.sort(byNearestName("york")).map(({ name }) => name)).toEqual(["York", "Yorkton", "Fort York", "West York", "Newyork"]);
});
