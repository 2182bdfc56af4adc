import { bandLimits, type CutScope, foldName, type LocationFilter, readLocationSearch, readVisited, streetTypeOf } from "@cml/domain/map";
import { parsePostalCode } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";
import { Prisma } from "../generated/client";

const dayMs = 86_400_000;

// Written as the indexes of the table's orders have them (migration building_lists), or they would not be used.
export const visitedKey = Prisma.sql`coalesce(l."lastVisitedAt", TIMESTAMPTZ '-infinity')`;
export const confidenceKey = Prisma.sql`coalesce(l."geocodeConfidence", -1)`;

const always = Prisma.sql`true`;

// One area is asked for as one: its rows then come in the order of their buildings, side by side in the table.
const ofCuts = (scope: readonly string[]): Prisma.Sql =>
  scope.length === 1 ? Prisma.sql`m."cutId" = ${scope[0]}::uuid` : Prisma.sql`m."cutId" = ANY(${[...scope]}::uuid[])`;

/** Buildings of areas an account is limited to. */
export const inCuts = (scope: CutScope): Prisma.Sql =>
  scope === "all" ? always : Prisma.sql`EXISTS (SELECT 1 FROM "CutLocation" m WHERE m."locationId" = l."id" AND ${ofCuts(scope)})`;

/** The same, asked of each row by itself: it never becomes a join, so the rows keep the order they come in. */
const isInCuts = (scope: CutScope): Prisma.Sql =>
  scope === "all"
    ? always
    : Prisma.sql`(SELECT true FROM "CutLocation" m WHERE m."locationId" = l."id" AND ${ofCuts(scope)} LIMIT 1) IS TRUE`;

/**
 * `gathered` is for queries that begin at the filter; `walked` for those that meet the rows in an order they must keep. Where buildings are
 * looked up by a list from another table, the filter is `joined`.
 */
export type LocationConditions = { gathered: Prisma.Sql; walked: Prisma.Sql; joined: boolean };

/**
 * Which rows of `"Location" l` a filter lets through, in use and within the scope. Words are looked up in the dictionary of streets
 * first, so that no list reads a million addresses for them.
 */
export const locationConditions = async (
  db: Db,
  { filter, scope, now }: { filter: LocationFilter; scope: CutScope; now: Date },
): Promise<LocationConditions> => {
  const own = [Prisma.sql`l."archivedAt" IS NULL`, await matching(db, filter.q), ...fieldConditions(filter, now)];
  const cuts: CutScope = filter.cut === null ? "all" : [filter.cut];
  return {
    gathered: all([...own, inCuts(scope), inCuts(cuts)]),
    walked: all([...own, isInCuts(scope), isInCuts(cuts)]),
    joined: scope !== "all" || cuts !== "all" || readLocationSearch(filter.q).kind === "prefix",
  };
};

const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  Prisma.join(
    conditions.filter((condition) => condition !== always),
    " AND ",
  );

const fieldConditions = (filter: LocationFilter, now: Date): Prisma.Sql[] => {
  const { municipality, district, type, provider, bounds } = filter;
  return [
    postalCondition(filter.postal),
    municipality === "" ? always : Prisma.sql`split_part(l."streetKey", '|', 2) = ${foldName(municipality)}`,
    district === "" ? always : Prisma.sql`l."federalDistrict" = ${district}`,
    type.length === 0 ? always : Prisma.sql`l."buildingType" = ANY(${type}::"BuildingType"[])`,
    supportCondition(filter.support),
    bandCondition(filter.band),
    visitedCondition(filter.visited, now),
    provider.length === 0 ? always : providerCondition(provider),
    filter.outcome.length === 0 ? always : Prisma.sql`l."lastOutcome" = ANY(${filter.outcome}::"VisitOutcome"[])`,
    filter.sign === null ? always : filter.sign === "yes" ? Prisma.sql`l."signUnits" > 0` : Prisma.sql`l."signUnits" = 0`,
    bounds === null
      ? always
      : Prisma.sql`l."longitude" BETWEEN ${bounds[0]} AND ${bounds[2]} AND l."latitude" BETWEEN ${bounds[1]} AND ${bounds[3]}`,
  ];
};

const anyOf = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? always : Prisma.sql`(${Prisma.join(conditions, " OR ")})`;

/** A whole code, or how codes begin; the letter after the last that may follow ends the range. */
const postalCondition = (typed: string): Prisma.Sql => {
  const bare = (parsePostalCode(typed) ?? typed).toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (bare === "") return always;
  return Prisma.sql`l."postalCode" COLLATE "C" >= ${bare} AND l."postalCode" COLLATE "C" < ${`${bare}~`}`;
};

const supportCondition = (choices: LocationFilter["support"]): Prisma.Sql =>
  anyOf(
    choices.map((choice) =>
      choice === "none"
        ? Prisma.sql`(l."support1Units" = 0 AND l."support2Units" = 0 AND l."support3Units" = 0 AND l."support4Units" = 0)`
        : Prisma.sql`${Prisma.raw(`l."support${choice}Units"`)} > 0`,
    ),
  );

const bandCondition = (bands: LocationFilter["band"]): Prisma.Sql =>
  anyOf(
    bands.map((band) => {
      if (band === "none") return Prisma.sql`${confidenceKey} = -1`;
      const [from, to] = bandLimits[band];
      return Prisma.sql`${confidenceKey} BETWEEN ${from} AND ${to}`;
    }),
  );

/** Days since a visit as bounds of the order of visits; none for the rest of the answers. */
export const visitedBounds = (text: string | null, now: Date): { from: Date | null; to: Date | null } => {
  const choice = text === null ? null : readVisited(text);
  const at = choice?.kind === "in" || choice?.kind === "before" ? new Date(now.getTime() - choice.days * dayMs) : null;
  return { from: choice?.kind === "in" ? at : null, to: choice?.kind === "before" ? at : null };
};

const visitedCondition = (text: string | null, now: Date): Prisma.Sql => {
  const { from, to } = visitedBounds(text, now);
  if (from !== null) return Prisma.sql`${visitedKey} >= ${from}`;
  if (to !== null) return Prisma.sql`${visitedKey} < ${to}`;
  if (text === null) return always;
  return text === "yes" ? Prisma.sql`${visitedKey} > TIMESTAMPTZ '-infinity'` : Prisma.sql`${visitedKey} = TIMESTAMPTZ '-infinity'`;
};

const providerCondition = (chosen: LocationFilter["provider"]): Prisma.Sql => {
  const named = chosen.filter((one) => one !== "none");
  const conditions = named.length === 0 ? [] : [Prisma.sql`l."geocodeProvider" = ANY(${named}::"GeocodeProvider"[])`];
  return anyOf(chosen.includes("none") ? [...conditions, Prisma.sql`l."geocodeProvider" IS NULL`] : conditions);
};

const matching = async (db: Db, typed: string): Promise<Prisma.Sql> => {
  const read = readLocationSearch(typed);
  switch (read.kind) {
    case "none":
      return always;
    case "prefix":
      return numbered(read.prefix);
    case "postalCode":
      return Prisma.sql`l."postalCode" COLLATE "C" = ${read.code}`;
    case "words":
      return named(db, read.words);
  }
};

/** A number and how a street begins, spelled as it was or in short: `14 ste-cath` finds 14 Rue Sainte-Catherine. */
const numbered = (prefix: string): Prisma.Sql => {
  const [civic = "", name = ""] = prefix.split("|");
  const spelled = Prisma.sql`l."searchKey" LIKE ${`${escapeLike(prefix)}%`}`;
  if (name === "") return spelled;
  // Each side by its own index; together they would be asked of every building.
  return Prisma.sql`l."id" IN (
    SELECT l."id" FROM "Location" l WHERE ${spelled}
    UNION ALL
    SELECT m."id" FROM "Street" s JOIN "Location" m ON m."streetKey" = s."key" AND m."civicNumber" = ${Number.parseInt(civic, 10)}
    WHERE s."name" LIKE ${`${escapeLike(foldName(name))}%`})`;
};

// Beyond so many streets the words leave most buildings in, and asking each one is less work than a list of them all.
const fewStreets = 2_000;

/** Buildings whose street, town and province hold every word. The kind of street is no part of a key: "main street" is "main". */
const named = async (db: Db, words: readonly string[]): Promise<Prisma.Sql> => {
  const bare = words.filter((word, index) => index === 0 || streetTypeOf(word) === null).map((word) => `%${escapeLike(foldName(word))}%`);
  const asked = (column: Prisma.Sql) =>
    Prisma.join(
      bare.map((word) => Prisma.sql`${column} LIKE ${word}`),
      " AND ",
    );
  const rows = await db.prisma.$queryRaw<{ key: string }[]>`
    SELECT "key" FROM "Street" WHERE ${asked(Prisma.sql`"key"`)} LIMIT ${fewStreets + 1}`;
  return rows.length > fewStreets
    ? asked(Prisma.sql`l."streetKey"`)
    : Prisma.sql`l."streetKey" = ANY(${rows.map(({ key }) => key)}::text[])`;
};
