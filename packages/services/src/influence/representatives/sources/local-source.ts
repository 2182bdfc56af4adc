import { findCachedPlace, listOfficeHoldersOfDistricts } from "@cml/db/influence";
import { findPostalCodeDoors } from "@cml/db/map";
import type { District, GovernmentLevel, MatchKind } from "@cml/domain/influence";
import { type LatLng, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../../deps";
import { type DistrictAt, districtsAt, hasDistricts } from "../districts-at";
import type { RepresentativeSource, SourceAnswer } from "./representative-source";

/**
 * Districts and people imported from files, without network: a code's own doors say in which districts it lies, its centre
 * where no door is known. It answers for the levels of which it knows both the district and who sits for it.
 */
export const localSource = (deps: Deps): RepresentativeSource => ({
  id: "local",
  findByCode: async (code) => {
    if (!(await hasDistricts(deps))) return null;
    const [doors, cached] = await Promise.all([findPostalCodeDoors(deps.db, code), findCachedPlace(deps.db, code)]);
    const proved = (cached?.districts ?? []).filter(({ match }) => match === "STREET");
    const { points, municipality: city, province } = doors;
    if (points.length > 0) return answerAt(deps, { code, points, match: "CONCORDANCE", city, province, proved });
    if (cached === null || cached.centroid === null) return null;
    return answerAt(deps, { ...cached, code, points: [cached.centroid], match: "CENTROID", proved });
  },
  findByPoint: (point, code) => answerAt(deps, { code, points: [point], match: "STREET", city: "", province: "", proved: [] }),
});

type Question = { code: string; points: LatLng[]; match: MatchKind; city: string; province: string; proved: District[] };

const answerAt = async (deps: Deps, { code, points, match, city, province, proved }: Question): Promise<SourceAnswer | null> => {
  const found = new Map<string, DistrictAt>();
  for (const point of points) for (const district of await districtsAt(deps, point)) found.set(district.key, district);
  const sitting = await listOfficeHoldersOfDistricts(deps.db, {
    keys: [...found.keys(), ...proved.map(({ key }) => key)],
    source: "LOCAL",
  });
  if (sitting.length === 0) return null;
  const people = sitting.map((one) => ({ ...one, postalCode: code, matchKind: match }));
  const levelOf = new Map<string, GovernmentLevel>();
  for (const { districtKey, level } of people) if (districtKey !== null) levelOf.set(districtKey.split("/")[0] ?? "", level);
  const districts = [...found.values()].flatMap(({ key, set, nameEn }): District[] => {
    const level = levelOf.get(set);
    return level === undefined ? [] : [{ key, name: nameEn, level, match }];
  });
  // Districts that somebody's street proved to lie in this code are there to be chosen.
  const others = proved.filter(({ key }) => !found.has(key) && people.some(({ districtKey }) => districtKey === key));
  return {
    city,
    province: province || (provinceOfPostalCode(code) ?? ""),
    centroid: points[0] ?? null,
    districts: [...districts, ...others],
    people: people.map((one) => (others.some(({ key }) => key === one.districtKey) ? { ...one, matchKind: "STREET" as const } : one)),
    levels: [...new Set(people.map(({ level }) => level))],
    fetchedAt: people.reduce((oldest, { cachedAt }) => (cachedAt < oldest ? cachedAt : oldest), deps.clock.now()),
    stale: false,
  };
};
