import { describe, expect, it } from "vitest";
import type { District } from "./represent";
import type { Representative } from "./representative";
import { applyOverrides, type RepresentativeOverride } from "./representative-override";

const at = new Date("2026-11-22T12:00:00Z");
const person = (given: Partial<Representative>): Representative => ({
  id: "p",
  postalCode: "M5V3L9",
  name: "Jane Doe",
  email: "jane@example.org",
  level: "FEDERAL",
  districtName: "A",
  electedOffice: "MP",
  partyName: "Party",
  representativeSetName: "House of Commons",
  url: "https://example.org/jane",
  photoUrl: null,
  offices: [{ type: "legislature", tel: "1", fax: "", postal: "" }],
  boundaryUrl: "/boundaries/ridings/1/",
  districtKey: "ridings/1",
  setSlug: "house",
  firstName: "Jane",
  lastName: "Doe",
  gender: "F",
  matchKind: "CENTROID",
  preferredLocale: null,
  contactUrl: null,
  isVacant: false,
  photoKey: "faces/jane.webp",
  source: "REPRESENT",
  cachedAt: at,
  ...given,
});
const district = (key: string, level: District["level"] = "FEDERAL"): District => ({ key, level, name: key, match: "CONCORDANCE" });
const override = (given: Partial<RepresentativeOverride>): RepresentativeOverride => ({
  id: "o",
  postalCode: null,
  district: null,
  level: "FEDERAL",
  name: "New Member",
  email: "new@example.org",
  electedOffice: null,
  districtName: null,
  partyName: null,
  phone: null,
  note: null,
  updatedAt: at,
  ...given,
});
const apply = (people: Representative[], districts: District[], ...overrides: RepresentativeOverride[]) =>
  applyOverrides({ people, districts }, overrides, "M5V3L9");

describe("staff's word", () => {
  it("replaces who sits in a district, and keeps the office's name", () => {
    const { people } = apply([person({})], [district("ridings/1")], override({ district: "ridings/1" }));
    expect(people).toMatchObject([
      {
        id: "o",
        name: "New Member",
        email: "new@example.org",
        electedOffice: "MP",
        districtKey: "ridings/1",
        photoKey: null,
        source: "OVERRIDE",
      },
    ]);
  });

  it("keeps the face and sites of the same person, corrected", () => {
    const { people } = apply([person({})], [], override({ district: "ridings/1", name: "JANE DOE", email: null, phone: "613 555-0100" }));
    expect(people).toMatchObject([{ email: "jane@example.org", photoKey: "faces/jane.webp", url: "https://example.org/jane" }]);
    expect(people[0]?.offices.map(({ tel }) => tel)).toEqual(["613 555-0100", "1"]);
  });

  it("empties a seat", () => {
    const { people } = apply([person({})], [district("ridings/1")], override({ district: "ridings/1", name: null, email: null }));
    expect(people).toMatchObject([{ isVacant: true, name: "", email: null }]);
  });

  it("fills a district of this place where nobody was known, and leaves other places alone", () => {
    expect(apply([], [district("ridings/1")], override({ district: "ridings/1" })).people).toMatchObject([{ districtName: "ridings/1" }]);
    expect(apply([person({})], [district("ridings/1")], override({ district: "ridings/2" })).people).toMatchObject([{ id: "p" }]);
  });

  it("ends the choice for a whole code", () => {
    const two = [person({}), person({ id: "q", districtKey: "ridings/2" })];
    const { people, districts } = apply(two, [district("ridings/1"), district("ridings/2")], override({ postalCode: "M5V3L9" }));
    expect(people.map(({ id }) => id)).toEqual(["o"]);
    expect(districts).toEqual([]);
  });

  it("with an office replaces only who holds it", () => {
    const mayor = person({ id: "m", level: "MUNICIPAL", electedOffice: "Mayor", districtKey: "census/1" });
    const ward = person({ id: "w", level: "MUNICIPAL", electedOffice: "Councillor", districtKey: "wards/1" });
    const places = [district("census/1", "MUNICIPAL"), district("wards/1", "MUNICIPAL"), district("wards/2", "MUNICIPAL")];
    const given = override({ postalCode: "M5V3L9", level: "MUNICIPAL", electedOffice: "councillor" });
    const { people, districts } = apply([mayor, ward], places, given);
    expect(people.map(({ id }) => id)).toEqual(["m", "o"]);
    expect(districts.map(({ key }) => key)).toEqual(["census/1"]);
  });

  it("lets the newest win", () => {
    const { people } = apply(
      [person({})],
      [],
      override({ district: "ridings/1" }),
      override({ id: "n", district: "ridings/1", name: "Newer" }),
    );
    expect(people.map(({ name }) => name)).toEqual(["Newer"]);
  });
});
