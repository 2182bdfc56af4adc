import { describe, expect, it } from "vitest";
import toronto from "../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import portneuf from "../../../../tooling/fixtures/represent/G0A1A0.json" with { type: "json" };
import { levelOfOffice, representAnswerSchema, representativesIn } from "./represent";

const m5v3l9 = representAnswerSchema.parse(toronto);
const g0a1a0 = representAnswerSchema.parse(portneuf);

describe("the level of an office", () => {
  it.each([
    ["MP", "House of Commons", "FEDERAL"],
    ["MP", "", "FEDERAL"],
    ["MPP", "Legislative Assembly of Ontario", "PROVINCIAL"],
    ["MNA", "Assemblée nationale du Québec", "PROVINCIAL"],
    ["Member", "Nova Scotia House of Assembly", "PROVINCIAL"],
    ["Trustee", "Toronto District School Board", "SCHOOL_BOARD"],
    ["Commissaire", "Centre de services scolaire", "SCHOOL_BOARD"],
    ["Mayor", "Toronto City Council", "MUNICIPAL"],
    ["Maire", "Conseil municipal de Laval", "MUNICIPAL"],
    ["Regional Chair", "Durham Regional Council", "MUNICIPAL"],
  ])("%s of %s is %s", (office, set, level) => expect(levelOfOffice(office, set)).toBe(level));
});

describe("reading an answer", () => {
  it("finds the four people of M5V 3L9, although the concordance key is absent", () => {
    expect(representativesIn(m5v3l9).map((one) => [one.name, one.level, one.match])).toEqual([
      ["Pat Ridings", "FEDERAL", "CENTROID"],
      ["Alex Exampleton", "PROVINCIAL", "CENTROID"],
      ["Sam Mayorson", "MUNICIPAL", "CENTROID"],
      ["Kim Wardley", "MUNICIPAL", "CENTROID"],
    ]);
    expect(m5v3l9.centroid).toEqual({ latitude: 43.641971, longitude: -79.385991 });
  });

  it("merges both fields of G0A 1A0 and leaves candidates out", () => {
    expect(representativesIn(g0a1a0).map((one) => [one.name, one.match])).toEqual([
      ["Joëlle Exemple-Côté", "CENTROID"],
      ["Éloïse Inventée", "CONCORDANCE"],
    ]);
  });

  it("names a person once when both fields list her", () => {
    const twice = representAnswerSchema.parse({ ...portneuf, representatives_concordance: portneuf.representatives_centroid });
    expect(representativesIn(twice).map((one) => one.match)).toEqual(["CONCORDANCE"]);
  });

  it("skips private campaign sets and people without an office", () => {
    const [mp] = portneuf.representatives_centroid;
    const answer = representAnswerSchema.parse({
      ...portneuf,
      representatives_centroid: [
        { ...mp, name: "No Office", elected_office: " " },
        { ...mp, name: "Private", related: { representative_set_url: "/representative-sets/campaign-set-x/", boundary_url: "" } },
      ],
    });
    expect(representativesIn(answer).map((one) => one.name)).toEqual(["Éloïse Inventée"]);
  });

  it("survives absent keys, nulls and people without a name", () => {
    const bare = representAnswerSchema.parse({
      code: "T5J2R7",
      city: null,
      representatives_centroid: [{ name: "" }, { name: "A", elected_office: "MP", offices: null }, 7],
    });
    expect(representativesIn(bare)).toMatchObject([{ name: "A", email: null, offices: [], level: "FEDERAL", boundaryUrl: null }]);
    expect(bare.centroid).toBeNull();
  });

  it("drops addresses a browser must not follow", () => {
    const [mp] = portneuf.representatives_centroid;
    const answer = representAnswerSchema.parse({
      ...portneuf,
      representatives_concordance: [],
      representatives_centroid: [{ ...mp, url: "javascript:alert(1)", photo_url: "data:x", email: "not an address" }],
    });
    expect(representativesIn(answer)).toMatchObject([{ url: null, photoUrl: null, email: null }]);
  });
});
