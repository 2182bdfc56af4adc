import { readFileSync } from "node:fs";
import { type District, mergeLevels, type Representative } from "@cml/domain/influence";
import { fakeClock, fakeLogger } from "@cml/testing";
import { expect, it } from "vitest";
import { askSources } from "./sources/ask-sources";
import type { RepresentativeSource } from "./sources/representative-source";

// A second country, to prove that the seam between sources and the rest knows nothing of Canada.
type Cells = Record<string, string>;
const readTable = (name: string): Cells[] => {
  const [head = "", ...lines] = readFileSync(new URL(`../../../../../tooling/fixtures/us/${name}.csv`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => Object.fromEntries(head.split(",").map((column, index) => [column, line.split(",")[index] ?? ""])));
};
const at = new Date("2026-11-22T12:00:00Z");

const memberOf = (cells: Cells, zip: string): Representative => {
  const { full_name: name = "", first_name: firstName = "", last_name: lastName = "", type, state = "", district = "" } = cells;
  const districtKey = type === "rep" ? `us-house/${state}-${district}` : null;
  return {
    id: `${state}-${name}`,
    postalCode: zip,
    name,
    firstName,
    lastName,
    // No member of Congress publishes an address: they answer through forms.
    email: null,
    contactUrl: cells["contact_form"] === "" ? null : (cells["contact_form"] ?? null),
    level: "FEDERAL",
    districtName: type === "rep" ? `${state}-${district}` : state,
    electedOffice: type === "rep" ? "Representative" : "Senator",
    partyName: cells["party"] ?? null,
    representativeSetName: "Congress",
    url: cells["url"] ?? null,
    photoUrl: null,
    offices: [{ type: "legislature", tel: cells["phone"] ?? "", fax: "", postal: cells["address"] ?? "" }],
    boundaryUrl: null,
    districtKey,
    setSlug: "congress",
    gender: cells["gender"] ?? null,
    matchKind: "CONCORDANCE",
    preferredLocale: null,
    isVacant: false,
    photoKey: null,
    source: "LOCAL",
    cachedAt: at,
  };
};

const usSource = (): RepresentativeSource => ({
  id: "us",
  findByCode: (zip) => {
    const rows = readTable("zip-districts").filter(({ zcta }) => zcta === zip);
    if (rows.length === 0) return Promise.resolve(null);
    const districts = rows.map(({ state_abbr: state = "", cd = "" }): District => {
      const name = `${state}-${Number(cd)}`;
      return { level: "FEDERAL", key: `us-house/${name}`, name, match: "CONCORDANCE" };
    });
    const states = new Set(rows.map(({ state_abbr: state }) => state));
    const people = readTable("legislators")
      .filter(({ state }) => states.has(state))
      .map((cells) => memberOf(cells, zip))
      .filter(({ districtKey }) => districtKey === null || districts.some(({ key }) => key === districtKey));
    return Promise.resolve({
      city: "",
      province: [...states][0] ?? "",
      centroid: null,
      districts,
      people,
      levels: ["FEDERAL"],
      fetchedAt: at,
      stale: false,
    });
  },
  findByPoint: () => Promise.resolve(null),
});

const lookUp = async (zip: string, chosen: string[] = []) => {
  const deps = { clock: fakeClock("2026-11-22T12:00:00Z"), logger: fakeLogger() };
  const asked = await askSources(deps, [usSource()], (source) => source.findByCode(zip));
  return { known: asked.known, ...mergeLevels({ ...asked, rural: false, chosen, breaks: [], now: at }) };
};

it("answers a ZIP in one district with its member and the state's senators, none of them with an e-mail address", async () => {
  const { levels, people } = await lookUp("35004");
  expect(levels[0]).toMatchObject({ level: "FEDERAL", state: "SURE", districts: [{ key: "us-house/AL-3" }] });
  expect(people.map(({ electedOffice }) => electedOffice).sort()).toEqual(["Representative", "Senator", "Senator"]);
  expect(people.every(({ email, offices }) => email === null && offices[0]?.tel !== "")).toBe(true);
});

it("lets the person choose where a ZIP lies in two districts; the senators are sure", async () => {
  const open = await lookUp("35005");
  expect(open.levels[0]).toMatchObject({ state: "CHOOSE" });
  expect(open.splitLevels).toEqual(["FEDERAL"]);
  const { levels, people } = await lookUp("35005", ["us-house/AL-7"]);
  expect(levels[0]).toMatchObject({ state: "SURE" });
  expect(people.filter(({ electedOffice }) => electedOffice === "Representative").map(({ districtName }) => districtName)).toEqual([
    "AL-7",
  ]);
});

it("knows nothing of another country's codes", async () => {
  expect(await lookUp("M5V3L9")).toMatchObject({ known: false, people: [] });
});
