import {
  buildingTypes, type ConfidenceBand, geocodeProviders, isFiltering, type LocationFilter, type LocationSort, noFilter, visitOutcomes,
} from "@cml/domain/map"; // prettier-ignore
import { Prisma } from "../generated/client";

/** Written as the indexes have it (migration building_facets): all a filter may ask of a building that has few answers, in one number. */
export const facetsKey = Prisma.sql`"building_facets"(l."buildingType", l."geocodeConfidence", l."geocodeProvider", l."lastOutcome", l."lastVisitedAt",
  l."signUnits", l."support1Units", l."support2Units", l."support3Units", l."support4Units")`;

const masks = { type: 3, band: 12, provider: 240, outcome: 3840, visited: 4096, sign: 8192, support: 245_760 } as const;
const bandCodes: Readonly<Record<ConfidenceBand, number>> = { none: 0, low: 4, medium: 8, high: 12 };
const supportBits = { 1: 16_384, 2: 32_768, 3: 65_536, 4: 131_072 } as const;

/**
 * What a filter asks of the number, as a condition on `v`; null when it asks for something the number does not say. Days since a visit
 * are a range of the order of visits, and asked of the rows.
 */
export const facetsCondition = (filter: LocationFilter, sort: LocationSort): Prisma.Sql | null => {
  const { type, band, provider, outcome, sign, support, visited } = filter;
  const isByDay = visited !== null && visited !== "yes" && visited !== "no";
  const rest = { ...filter, type: [], band: [], provider: [], outcome: [], sign: null, support: [], visited: null };
  if (isFiltering({ ...noFilter, ...rest }) || (isByDay && sort !== "visited")) return null;
  const asked = [
    oneOf(masks.type, type.map((one) => buildingTypes.indexOf(one))), // prettier-ignore
    oneOf(masks.band, band.map((one) => bandCodes[one])), // prettier-ignore
    oneOf(masks.provider, provider.map((one) => (one === "none" ? 0 : (geocodeProviders.indexOf(one) + 1) * 16))), // prettier-ignore
    oneOf(masks.outcome, outcome.map((one) => (visitOutcomes.indexOf(one) + 1) * 256)), // prettier-ignore
    flag(masks.visited, isByDay ? null : visited),
    flag(masks.sign, sign),
    supportAsked(support),
  ];
  return Prisma.join(asked.filter((one) => one !== null).concat(Prisma.sql`true`), " AND ");
};

const oneOf = (mask: number, codes: readonly number[]): Prisma.Sql | null =>
  codes.length === 0 ? null : Prisma.sql`v & ${mask}::int = ANY(${[...codes]}::int[])`;

const flag = (mask: number, value: string | null): Prisma.Sql | null =>
  value === null ? null : Prisma.sql`v & ${mask}::int = ${value === "yes" ? mask : 0}::int`;

const supportAsked = (choices: LocationFilter["support"]): Prisma.Sql | null => {
  if (choices.length === 0) return null;
  const levels = choices.filter((one) => one !== "none").reduce((bits, one) => bits | supportBits[one], 0);
  const some = Prisma.sql`v & ${levels}::int <> 0`;
  return choices.includes("none") ? Prisma.sql`(${some} OR v & ${masks.support}::int = 0)` : some;
};
