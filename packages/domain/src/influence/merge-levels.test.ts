import { describe, expect, it } from "vitest";
import portneuf from "../../../../tooling/fixtures/represent/G0A1A0.json" with { type: "json" };
import split from "../../../../tooling/fixtures/represent/M4Y1A5.json" with { type: "json" };
import toronto from "../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import rural from "../../../../tooling/fixtures/represent/P0T1R0.json" with { type: "json" };
import noEmail from "../../../../tooling/fixtures/represent/S7N0W8.json" with { type: "json" };
import vacant from "../../../../tooling/fixtures/represent/T6E4A1.json" with { type: "json" };
import { isRuralPostalCode } from "../kernel/postal-code-text";
import { mergeLevels, vacantSeatsIn } from "./merge-levels";
import { type CurrentSet, currentSetsOf, districtKeyOf, districtsIn, representAnswerSchema, representativesIn } from "./represent";
import type { Representative } from "./representative";
import type { SittingBreak } from "./sitting-break";

const now = new Date("2026-11-22T12:00:00Z");
const ridings = "federal-electoral-districts-2023-representation-order";
/** What other codes taught us of the House of Commons. */
const house: CurrentSet = {
  boundarySet: ridings,
  level: "FEDERAL",
  setSlug: "house-of-commons",
  setName: "House of Commons",
  office: "MP",
  complete: true,
};

type Options = { chosen?: string[]; breaks?: SittingBreak[]; known?: CurrentSet[] };

const merged = (recording: object, { chosen = [], breaks = [], known = [] }: Options = {}) => {
  const answer = representAnswerSchema.parse(recording);
  const found = representativesIn(answer);
  const own = currentSetsOf(found);
  const current = [...own, ...known.filter(({ boundarySet }) => !own.some((one) => one.boundarySet === boundarySet))];
  const districts = districtsIn(answer, current);
  const people = [...found, ...vacantSeatsIn(districts, found, current)].map(
    ({ match, ...one }, index) =>
      ({
        ...one,
        id: String(index),
        postalCode: answer.code,
        districtKey: districtKeyOf(one.boundaryUrl),
        matchKind: match,
        preferredLocale: null,
        photoKey: null,
        source: "REPRESENT",
        cachedAt: now,
      }) satisfies Representative,
  );
  return mergeLevels({ districts, people, rural: isRuralPostalCode(answer.code), province: answer.province, chosen, breaks, now });
};
const statesOf = ({ levels }: ReturnType<typeof merged>) => Object.fromEntries(levels.map(({ level, state }) => [level, state]));
const namesOf = ({ people }: ReturnType<typeof merged>) => people.map(({ name, electedOffice }) => `${electedOffice} ${name}`);

describe("what is sure of a place", () => {
  it("is everything in M5V 3L9, though the answer lists four federal sets, three of them superseded", () => {
    expect(statesOf(merged(toronto))).toEqual({ FEDERAL: "SURE", PROVINCIAL: "SURE", MUNICIPAL: "SURE", SCHOOL_BOARD: "NOBODY" });
  });

  it("is no disagreement where one level is in one field and another in the other", () => {
    const { levels } = merged({ ...portneuf, code: "G1A1A1" });
    expect(levels.map(({ state }) => state)).toEqual(["SURE", "SURE", "NOBODY", "NOBODY"]);
  });

  it("is a choice where only the centre of a rural code is known, and not where official data name the district", () => {
    expect(statesOf(merged(portneuf))).toMatchObject({ FEDERAL: "CHOOSE", PROVINCIAL: "SURE" });
    const found = merged(rural);
    expect(statesOf(found)).toMatchObject({ FEDERAL: "CHOOSE", PROVINCIAL: "CHOOSE", MUNICIPAL: "NOBODY" });
    expect(found.splitLevels).toEqual(["FEDERAL", "PROVINCIAL"]);
    expect(found.levels[0]?.districts).toEqual([{ key: `${ridings}/35116`, name: "Thunder Bay—Rainy River" }]);
    expect(statesOf(merged(rural, { chosen: [`${ridings}/35116`] }))).toMatchObject({ FEDERAL: "SURE", PROVINCIAL: "CHOOSE" });
  });

  it("is a choice between two members where the code lies in two ridings, at that level only", () => {
    const found = merged(split);
    expect(statesOf(found)).toMatchObject({ FEDERAL: "CHOOSE", PROVINCIAL: "SURE", MUNICIPAL: "SURE" });
    expect(found.levels[0]?.districts.map(({ name }) => name)).toEqual(["Toronto Centre", "University—Rosedale"]);
    expect(namesOf(found).slice(0, 2)).toEqual(["MP Imani Okonkwo-Reyes", "MP Étienne Laframboise"]);
  });

  it("is settled by the chosen district", () => {
    const found = merged(split, { chosen: [`${ridings}/35111`] });
    expect(statesOf(found)).toMatchObject({ FEDERAL: "SURE" });
    expect(namesOf(found)[0]).toBe("MP Étienne Laframboise");
    expect(namesOf(found)).not.toContain("MP Imani Okonkwo-Reyes");
    expect(found.splitLevels).toEqual([]);
  });

  it("does not take a district nobody listed for a choice", () => {
    expect(statesOf(merged(split, { chosen: [`${ridings}/59001`] }))).toMatchObject({ FEDERAL: "CHOOSE" });
  });

  it("keeps a person without an address", () => {
    expect(merged(noEmail).people.find(({ electedOffice }) => electedOffice === "Mayor")).toMatchObject({
      email: null,
      contactUrl: "https://example.org/lindahl/contact",
    });
  });
});

describe("an empty seat", () => {
  it("is said where the legislature's districts are known from elsewhere", () => {
    const found = merged(vacant, { known: [house] });
    expect(statesOf(found)).toMatchObject({ FEDERAL: "VACANT", PROVINCIAL: "SURE", MUNICIPAL: "SURE" });
    expect(found.people[0]).toMatchObject({
      isVacant: true,
      name: "",
      districtName: "Edmonton Strathcona",
      electedOffice: "MP",
      email: null,
    });
  });

  it("is not claimed where nobody knows whether the set is in force", () => {
    expect(statesOf(merged(vacant))).toMatchObject({ FEDERAL: "NOBODY" });
  });

  it("is not claimed of municipalities of whose council nothing is known", () => {
    const municipalities = { ...house, boundarySet: "census-subdivisions", level: "MUNICIPAL" as const, complete: false };
    expect(statesOf(merged({ ...portneuf, code: "G1A1A1" }, { known: [municipalities] }))).toMatchObject({ MUNICIPAL: "NOBODY" });
  });

  it("stands among those one may choose from", () => {
    const halved = { ...split, representatives_concordance: split.representatives_concordance.slice(0, 1) };
    const found = merged(halved);
    expect(statesOf(found)).toMatchObject({ FEDERAL: "CHOOSE" });
    expect(found.people.filter(({ level }) => level === "FEDERAL").map(({ isVacant }) => isVacant)).toEqual([false, true]);
    expect(statesOf(merged(halved, { chosen: [`${ridings}/35111`] }))).toMatchObject({ FEDERAL: "VACANT" });
  });
});

describe("a break between parliaments", () => {
  const ontario: SittingBreak = {
    id: "0198a6f0-0000-7000-8000-000000000001",
    level: "PROVINCIAL",
    province: "ON",
    startsAt: new Date("2026-11-01T00:00:00Z"),
    endsAt: new Date("2026-12-10T00:00:00Z"),
    note: "Election on 8 December",
  };

  it("is said of its level and province while it lasts", () => {
    const [, provincial] = merged(toronto, { breaks: [ontario] }).levels;
    expect(provincial).toMatchObject({ state: "NO_SITTING", until: ontario.endsAt, note: "Election on 8 December" });
    expect(statesOf(merged(vacant, { breaks: [ontario] }))).toMatchObject({ PROVINCIAL: "SURE" });
  });

  it.each([
    ["before it begins", { startsAt: new Date("2026-11-23T00:00:00Z") }, "SURE"],
    ["after its end", { endsAt: new Date("2026-11-22T12:00:00Z") }, "SURE"],
    ["with no end known", { endsAt: null }, "NO_SITTING"],
    ["of the whole country", { province: null }, "NO_SITTING"],
  ])("%s: %s", (_when, change, state) => {
    expect(statesOf(merged(toronto, { breaks: [{ ...ontario, ...change }] }))).toMatchObject({ PROVINCIAL: state });
  });

  it("keeps the districts to choose from", () => {
    const found = merged(split, { breaks: [{ ...ontario, level: "FEDERAL", province: null }] });
    expect(found.levels[0]).toMatchObject({ state: "NO_SITTING" });
    expect(found.levels[0]?.districts).toHaveLength(2);
    expect(found.splitLevels).toEqual(["FEDERAL"]);
  });
});
