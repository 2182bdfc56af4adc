import {
  addressFields, type DoorField, isBuildingField, type KnownDoor, locationFields, mapCellOf, type RowOutcome, searchKeyOf, type Street, streetOf,
} from "@cml/domain/map"; // prettier-ignore
import type { PoolClient } from "pg";
import { copyHistory, type WriteMark } from "./door-history";
import { rememberStreets } from "./streets";

export type ChangedDoor = Extract<RowOutcome, { kind: "change" }>;

// How each column is cast where it comes as text: an update of many rows is one statement over arrays.
const casts: Partial<Record<DoorField, string>> = {
  latitude: "::numeric", longitude: "::numeric", civicNumber: "::int", buildingUse: "::int", geocodeConfidence: "::int", geocodeProvider: '::"GeocodeProvider"',
}; // prettier-ignore

/** Writes the changed fields of each building and door, and one line of history for each field. */
export const updateDoors = async (client: PoolClient, changed: readonly ChangedDoor[], mark: WriteMark): Promise<void> => {
  if (changed.length === 0) return;
  const buildings = new Map<string, { after: KnownDoor; fields: Set<DoorField> }>();
  for (const { known, changes } of changed) {
    const ofBuilding = changes.filter(({ field }) => isBuildingField(field));
    if (ofBuilding.length === 0) continue;
    const { after, fields } = buildings.get(known.locationId) ?? { after: known, fields: new Set<DoorField>() };
    const values = Object.fromEntries(ofBuilding.map(({ field, to }) => [field, to]));
    buildings.set(known.locationId, {
      after: { ...after, ...values },
      fields: new Set([...fields, ...ofBuilding.map(({ field }) => field)]),
    });
  }
  // What did not change is left to whoever edits it at this moment.
  await updateBuildings(client, [...buildings.values()], mark);
  await updateUnits(client, changed, mark);
  const lines = changed.flatMap(({ known: { locationId, addressId }, row, changes }) =>
    changes.map(({ field, from, to }) => ({
      locationId,
      field,
      oldValue: from === null ? null : String(from),
      newValue: String(to),
      metadata: { row, addressId },
    })),
  );
  await copyHistory(client, mark, lines);
};

/** Writes the named fields of buildings as they shall stand; derived columns follow. Also what an undo writes: null empties a field. */
export const updateBuildings = async (
  client: PoolClient,
  buildings: readonly { after: BuildingValues; fields: ReadonlySet<DoorField> }[],
  { at, userId }: Pick<WriteMark, "at" | "userId">,
): Promise<void> => {
  if (buildings.length === 0) return;
  const streets = new Map<string, Street>();
  const rows = buildings.map(({ after, fields }) => {
    const street = streetOf(after);
    streets.set(street.key, street);
    const values = locationFields.map((field) => (after[field] === null ? null : String(after[field])));
    const isSet = locationFields.map((field) => (fields.has(field) ? "1" : "0")).join("");
    return { id: after.locationId, isSet, values, derived: [searchKeyOf(after), street.key, mapCellOf(after).toString()] as const };
  });
  await rememberStreets(client, [...streets.values()]);
  const sets = locationFields.map(
    (field, at) => `"${field}" = CASE WHEN substr(c.is_set, ${at + 1}, 1) = '1' THEN c.v${at}${casts[field] ?? ""} ELSE l."${field}" END`,
  );
  const names = locationFields.map((_field, at) => `v${at}`).join(", ");
  const arrays = locationFields.map((_field, at) => `$${at + 8}::text[]`).join(", ");
  await client.query(
    `UPDATE "Location" l SET ${sets.join(", ")}, "searchKey" = c.key, "streetKey" = c.street, "mapCell" = c.cell, "updatedAt" = $1, "updatedByUserId" = coalesce($2, l."updatedByUserId")
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], ${arrays}) c(id, is_set, key, street, cell, ${names}) WHERE l."id" = c.id`,
    [
      at,
      userId,
      rows.map(({ id }) => id),
      rows.map(({ isSet }) => isSet),
      ...[0, 1, 2].map((index) => rows.map(({ derived }) => derived[index])),
      ...locationFields.map((_field, index) => rows.map(({ values }) => values[index])),
    ],
  );
};

export type BuildingValues = Pick<KnownDoor, "locationId" | (typeof locationFields)[number]>;

const updateUnits = async (client: PoolClient, changed: readonly ChangedDoor[], { at, userId, importId }: WriteMark): Promise<void> => {
  const valueOf = ({ changes }: ChangedDoor, wanted: (typeof addressFields)[number]): string | null => {
    const value = changes.find(({ field }) => field === wanted)?.to;
    return value === undefined ? null : String(value);
  };
  await client.query(
    `UPDATE "Address" a SET "unitNumber" = coalesce(c.unit, a."unitNumber"), "externalId" = coalesce(c.external, a."externalId"),
       "addrGuid" = coalesce(c.guid, a."addrGuid"), "rowMark" = c.mark, "rowRunId" = $1, "updatedAt" = $2, "updatedByUserId" = coalesce($3, a."updatedByUserId")
     FROM unnest($4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::text[]) c(id, mark, unit, external, guid) WHERE a."id" = c.id`,
    [
      importId,
      at,
      userId,
      changed.map(({ known }) => known.addressId),
      changed.map(({ mark }) => mark),
      ...addressFields.map((field) => changed.map((one) => valueOf(one, field))),
    ],
  );
};

export type RowMark = { addressId: string; mark: number };

/** The row that was last taken for a door, where nothing of the door changed by it. */
export const rememberMarks = async (client: PoolClient, importId: string, marks: readonly RowMark[]): Promise<void> => {
  if (marks.length === 0) return;
  await client.query(
    `UPDATE "Address" a SET "rowMark" = m.mark, "rowRunId" = $1 FROM unnest($2::uuid[], $3::bigint[]) m(id, mark) WHERE a."id" = m.id`,
    [importId, marks.map(({ addressId }) => addressId), marks.map(({ mark }) => mark)],
  );
};

// More different rows of one door than this in one file are a broken file.
const mostRefused = 50;

/** Rows refused because their file already held another of the door: they are refused again when it comes again, in any order. */
export const rememberRefused = async (client: PoolClient, marks: readonly RowMark[]): Promise<void> => {
  if (marks.length === 0) return;
  await client.query(
    `UPDATE "Address" a SET "refusedMarks" = (coalesce(a."refusedMarks", '{}') || m.marks)[1:${mostRefused}]
     FROM (SELECT id, array_agg(DISTINCT mark) AS marks FROM unnest($1::uuid[], $2::bigint[]) u(id, mark) GROUP BY id) m WHERE a."id" = m.id`,
    [marks.map(({ addressId }) => addressId), marks.map(({ mark }) => mark)],
  );
};
