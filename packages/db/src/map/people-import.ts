import {
  type DoorPerson, type FieldRule, type KnownDoorPerson, type KnownPerson, type PersonChange, type PersonSnapshot, type PersonValues, type SettledPeople,
} from "@cml/domain/map"; // prettier-ignore
import type { PoolClient } from "pg";
import { copyRows } from "./copy";

const values = `"firstName", "lastName", "phone", "email", "supportLevel", "supportDeclined", "leanCode", "doNotContact", "notes"`;

/** SupportLevel as the database spells it. */
const level = { toDb: (given: string | null) => given?.replace("LEVEL_", "") ?? null, from: (stored: string | null) => (stored === null ? null : `LEVEL_${stored}`) }; // prettier-ignore

export type PeopleWanted = { source: string; externalIds: readonly string[]; addressIds: readonly string[] };

type PersonRecord = PersonValues & Omit<KnownPerson, "values" | "edited" | "isHandMade"> & { importRunId: string | null };
type DoorRecord = DoorPerson & Omit<KnownDoorPerson, "person" | "edited">;
type EditRecord = { residentId: string | null; addressId: string | null; field: string };

/** The people and doors a chunk of a list is about, held until it commits. */
export const holdPeople = async (
  client: PoolClient,
  { source, externalIds, addressIds }: PeopleWanted,
): Promise<{ people: KnownPerson[]; doors: KnownDoorPerson[] }> => {
  const known = await client.query<{ addressId: string }>(
    `SELECT "addressId" FROM "Resident" WHERE "source" = $1 AND "externalId" = ANY($2::text[])`,
    [source, externalIds],
  );
  const doorIds = [...new Set([...addressIds, ...known.rows.map(({ addressId }) => addressId)])].sort();
  const doors = await client.query<DoorRecord>(
    `SELECT "id" AS "addressId", "locationId", "unitNumber", "lastVisitedAt" IS NOT NULL AS "isVisited", "sign", ${values} FROM "Address"
     WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR UPDATE`,
    [doorIds],
  );
  const people = await client.query<PersonRecord>(
    `SELECT "id", "addressId", "isPrimary", "source", "externalId", "importRunId", "language", ${values} FROM "Resident"
     WHERE "addressId" = ANY($1::uuid[]) ORDER BY "isPrimary" DESC, "id" FOR UPDATE`,
    [doorIds],
  );
  const edits = await client.query<EditRecord>(
    `SELECT h."metadata"->>'residentId' AS "residentId", h."metadata"->>'addressId' AS "addressId", h."field" FROM "LocationHistory" h
     WHERE h."locationId" = ANY($1::uuid[]) AND h."importRunId" IS NULL AND h."userId" IS NOT NULL AND (h."field" LIKE 'resident.%' OR h."field" LIKE 'unit.%')`,
    [[...new Set(doors.rows.map(({ locationId }) => locationId))]],
  );
  return {
    people: people.rows.map(({ id, addressId, isPrimary, source: from, externalId, importRunId, ...own }) => ({
      ...{ id, addressId, isPrimary, source: from, externalId },
      isHandMade: importRunId === null,
      edited: rulesOf(edits.rows.filter(({ residentId }) => residentId === id)),
      values: personOf(own),
    })),
    doors: doors.rows.map(({ addressId, locationId, unitNumber, isVisited, sign, ...own }) => {
      const { language: _none, ...person } = personOf({ ...own, language: null });
      const edited = rulesOf(edits.rows.filter((edit) => edit.addressId === addressId && edit.field.startsWith("unit.")));
      return { addressId, locationId, unitNumber, isVisited, sign, person, edited };
    }),
  };
};

const personOf = (record: PersonValues): PersonValues => ({
  ...record,
  supportLevel: level.from(record.supportLevel) as PersonValues["supportLevel"],
});

const ruleOfField: Readonly<Record<string, FieldRule>> = {
  firstName: "names", lastName: "names", phone: "phone", email: "email", language: "language", supportLevel: "support", supportDeclined: "support",
  leanCode: "support", doNotContact: "doNotContact", notes: "notes", sign: "sign",
}; // prettier-ignore

const rulesOf = (edits: readonly EditRecord[]): Set<FieldRule> =>
  new Set(edits.flatMap(({ field }) => ruleOfField[field.replace(/^(?:resident|unit)\./, "")] ?? []));

export type PeopleMark = { importId: string; userId: string | null; at: Date; newId: () => string };

/** Writes what a chunk of a list comes to: people, what their doors say of them, and what stood before. */
export const writePeople = async (client: PoolClient, { added, changes }: SettledPeople, mark: PeopleMark): Promise<void> => {
  const at = mark.at.toISOString();
  const rows = added.map(({ id, addressId, isPrimary, isFound, source, externalId, values: own }) => ({
    ...{ id, addressId, isPrimary, source, externalId },
    ...own,
    supportLevel: level.toDb(own.supportLevel),
    doNotContactAt: own.doNotContact ? at : null,
    importRunId: isFound ? null : mark.importId,
    createdByUserId: mark.userId,
    createdAt: at,
    updatedAt: at,
  }));
  await copyRows(client, { table: "Resident", columns: residentColumns }, rows);
  const fresh = new Set(added.map(({ id }) => id));
  await updatePeople(client, changes.filter(({ residentId }) => !fresh.has(residentId)).map(({ residentId, after }) => ({ id: residentId, fields: after.person })), at); // prettier-ignore
  await updateDoorsOf(client, changes.map(({ addressId, after }) => ({ id: addressId, fields: after.door })), at); // prettier-ignore
  await rememberChanges(client, changes, mark);
};

const residentColumns = [
  "id", "addressId", "isPrimary", "firstName", "lastName", "phone", "email", "language", "supportLevel", "supportDeclined", "leanCode",
  "doNotContact", "doNotContactAt", "notes", "source", "externalId", "importRunId", "createdByUserId", "createdAt", "updatedAt",
] as const; // prettier-ignore

type Fields = Record<string, unknown>;
type Update = { id: string; fields: Fields };

const columnTypes: Readonly<Record<string, string>> = {
  supportDeclined: "boolean",
  doNotContact: "boolean",
  sign: "boolean",
  supportLevel: `"SupportLevel"`,
};
const personFields = [
  "firstName",
  "lastName",
  "phone",
  "email",
  "language",
  "supportLevel",
  "supportDeclined",
  "leanCode",
  "doNotContact",
  "notes",
];
const doorFields = [...personFields.filter((field) => field !== "language"), "sign"];

/** Sets only the fields each update names. */
const updateFields = async (
  client: PoolClient,
  { table, fields, extra }: { table: "Resident" | "Address"; fields: readonly string[]; extra: string },
  { updates, at }: { updates: readonly Update[]; at: string },
): Promise<void> => {
  const real = updates.filter((update) => Object.keys(update.fields).length > 0);
  if (real.length === 0) return;
  const given = real.map((update) => ({
    id: update.id,
    fields:
      "supportLevel" in update.fields
        ? { ...update.fields, supportLevel: level.toDb(update.fields["supportLevel"] as string | null) }
        : update.fields,
  }));
  const sets = fields.map((field) => `"${field}" = CASE WHEN u.fields ? '${field}' THEN (u.fields->>'${field}')::${columnTypes[field] ?? "text"} ELSE t."${field}" END`); // prettier-ignore
  await client.query(
    `UPDATE "${table}" t SET ${sets.join(", ")}${extra}, "updatedAt" = greatest($2::timestamptz, t."updatedAt" + interval '1 millisecond')
     FROM jsonb_to_recordset($1::jsonb) u(id uuid, fields jsonb) WHERE t."id" = u.id`,
    [JSON.stringify(given).replaceAll("\\u0000", ""), at],
  );
};

const updatePeople = (client: PoolClient, updates: readonly Update[], at: string): Promise<void> => {
  const extra = `, "doNotContactAt" = CASE WHEN u.fields->>'doNotContact' = 'true' THEN $2::timestamptz WHEN u.fields ? 'doNotContact' THEN NULL ELSE t."doNotContactAt" END`;
  return updateFields(client, { table: "Resident", fields: personFields, extra }, { updates, at });
};

/** Two rows may be about one door: what they say is put together first, because one statement updates a row once. */
const updateDoorsOf = (client: PoolClient, updates: readonly Update[], at: string): Promise<void> => {
  const byId = new Map<string, Fields>();
  for (const { id, fields } of updates) byId.set(id, { ...byId.get(id), ...fields });
  const merged = [...byId].map(([id, fields]) => ({ id, fields }));
  return updateFields(client, { table: "Address", fields: doorFields, extra: "" }, { updates: merged, at });
};

const rememberChanges = async (
  client: PoolClient,
  changes: readonly PersonChange[],
  { importId, newId, userId, at }: PeopleMark,
): Promise<void> => {
  if (changes.length === 0) return;
  const rows = changes.map(({ residentId, before, after }) => ({
    id: newId(),
    importRunId: importId,
    residentId,
    before: text(before),
    after: text(after),
  }));
  await copyRows(client, { table: "ImportPersonChange", columns: ["id", "importRunId", "residentId", "before", "after"] }, rows);
  // History says that a field changed; what a person's fields were stays out of it.
  const lines = changes.flatMap((change) =>
    Object.keys({ ...change.after.person, ...("sign" in change.after.door ? { sign: true } : {}) }).map((field) => ({ ...change, field })),
  );
  const history = lines.map(({ locationId, row, residentId, addressId, field }) => ({
    id: newId(),
    locationId,
    userId,
    action: "IMPORTED_CSV",
    field: field === "sign" ? "unit.sign" : `resident.${field}`,
    metadata: JSON.stringify({ row, residentId, addressId }),
    createdAt: at.toISOString(),
    importRunId: importId,
  }));
  const columns = ["id", "locationId", "userId", "action", "field", "metadata", "createdAt", "importRunId"] as const;
  await copyRows(client, { table: "LocationHistory", columns }, history);
};

const text = (given: PersonSnapshot): string => JSON.stringify(given).replaceAll("\\u0000", "");

// What happened to a person since an import brought them; the first that holds is said.
const reasonToStay = `CASE
  WHEN EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."residentId" = r."id") THEN 'visited'
  WHEN r."updatedByUserId" IS NOT NULL THEN 'edited'
  WHEN EXISTS (SELECT 1 FROM "Consent" c WHERE c."residentId" = r."id") THEN 'person' END`;
type ReasonToStay = "visited" | "edited" | "person";

/** What an import changed of a person and their door. `isOwn`: it brought the person, too. */
export type StoredPersonChange = {
  id: string;
  residentId: string;
  addressId: string;
  locationId: string;
  isOwn: boolean;
  stays: ReasonToStay | null;
  before: PersonSnapshot;
  after: PersonSnapshot;
};

/** A chunk of them, the last change first, so that a person changed twice comes back to the first state. */
export const pagePersonChanges = async (
  client: PoolClient,
  { importId, after, take }: { importId: string; after: string | null; take: number },
): Promise<StoredPersonChange[]> => {
  const { rows } = await client.query<StoredPersonChange>(
    `SELECT c."id", c."residentId", r."addressId", a."locationId", r."importRunId" IS NOT DISTINCT FROM $1 AS "isOwn", ${reasonToStay} AS stays, c."before", c."after"
     FROM "ImportPersonChange" c JOIN "Resident" r ON r."id" = c."residentId" JOIN "Address" a ON a."id" = r."addressId"
     WHERE c."importRunId" = $1 AND c."id" < $2 ORDER BY c."id" DESC LIMIT $3`,
    [importId, after ?? "ffffffff-ffff-ffff-ffff-ffffffffffff", take],
  );
  return rows;
};

export type PutBack = { residentId: string; addressId: string; person: Fields; door: Fields };

/** Puts fields back; the caller has looked that nobody changed them since. */
export const putPeopleBack = async (client: PoolClient, back: readonly PutBack[], at: Date): Promise<void> => {
  const time = at.toISOString();
  const byId = new Map<string, Fields>();
  for (const { residentId, person } of back) byId.set(residentId, { ...byId.get(residentId), ...person });
  await updatePeople(client, [...byId].map(([id, fields]) => ({ id, fields })), time); // prettier-ignore
  await updateDoorsOf(client, back.map(({ addressId, door }) => ({ id: addressId, fields: door })), time); // prettier-ignore
};

/**
 * Takes away people an import brought, but for those somebody met, edited or who agreed to something since. Their doors name the next
 * person, or nobody.
 */
export const removeImportedPeople = async (
  client: PoolClient,
  { importId, after, take, at }: { importId: string; after: string | null; take: number; at: Date },
): Promise<{ lastId: string | null; removed: number; kept: { locationId: string; reason: ReasonToStay }[] }> => {
  const { rows } = await client.query<{ id: string; addressId: string; locationId: string; isPrimary: boolean; reason: ReasonToStay | null }>(
    `SELECT r."id", r."addressId", a."locationId", r."isPrimary", ${reasonToStay} AS reason
     FROM "Resident" r JOIN "Address" a ON a."id" = r."addressId"
     WHERE r."importRunId" = $1 AND r."id" > $2 ORDER BY r."id" LIMIT $3 FOR UPDATE OF r`,
    [importId, after ?? "00000000-0000-0000-0000-000000000000", take],
  ); // prettier-ignore
  const going = rows.filter(({ reason }) => reason === null);
  await client.query(`DELETE FROM "Resident" WHERE "id" = ANY($1::uuid[])`, [going.map(({ id }) => id)]);
  const headless = [...new Set(going.filter(({ isPrimary }) => isPrimary).map(({ addressId }) => addressId))];
  await client.query(
    `UPDATE "Resident" SET "isPrimary" = true WHERE "id" IN (
       SELECT DISTINCT ON ("addressId") "id" FROM "Resident" WHERE "addressId" = ANY($1::uuid[]) ORDER BY "addressId", "id")`,
    [headless],
  );
  await client.query(
    `UPDATE "Address" a SET "firstName" = p."firstName", "lastName" = p."lastName", "phone" = p."phone", "email" = p."email", "updatedAt" = $2
     FROM unnest($1::uuid[]) w(id) LEFT JOIN "Resident" p ON p."addressId" = w.id AND p."isPrimary" WHERE a."id" = w.id`,
    [headless, at],
  );
  return {
    lastId: rows.at(-1)?.id ?? null,
    removed: going.length,
    kept: rows.flatMap(({ locationId, reason }) => (reason === null ? [] : [{ locationId, reason }])),
  };
};

/** Hashes of people who asked to be forgotten, among these. */
export const findSuppressed = async (client: PoolClient, keys: readonly { kind: string; keyHash: string }[]): Promise<Set<string>> => {
  if (keys.length === 0) return new Set();
  const { rows } = await client.query<{ keyHash: string }>(
    `SELECT s."keyHash" FROM unnest($1::text[], $2::text[]) w(kind, hash) JOIN "Suppression" s ON s."kind" = w.kind AND s."keyHash" = w.hash`,
    [keys.map(({ kind }) => kind), keys.map(({ keyHash }) => keyHash)],
  );
  return new Set(rows.map(({ keyHash }) => keyHash));
};
