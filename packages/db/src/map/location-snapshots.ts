import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** Where a snapshot is found again: what removed the rows, and its id. */
export type TrashMark = { id: string; kind: "LocationBulk" | "Address" | "Resident" | "LocationMerge"; entityId: string; label: string } & {
  userId: string | null;
  now: Date;
};

const keptMs = 30 * 86_400_000;

// Rows go into the snapshot and come back as the database writes them: a map cell has more digits than a number of JSON in Node.
export const rowsOf = (from: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM ${from}), '[]'::jsonb)`;

export const insertTrash = (mark: TrashMark, snapshot: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO "Trash" ("id", "kind", "entityId", "label", "snapshot", "deletedByUserId", "deletedAt", "expiresAt")
  SELECT ${mark.id}::uuid, ${mark.kind}, ${mark.entityId}, ${mark.label}, ${snapshot}, ${mark.userId}::uuid, ${mark.now},
    ${new Date(mark.now.getTime() + keptMs)}`;

const peopleOf = (addresses: Prisma.Sql): Prisma.Sql => Prisma.sql`
  'residents', ${rowsOf(Prisma.sql`"Resident" r WHERE r."addressId" IN (${addresses})`)},
  'consents', ${rowsOf(Prisma.sql`(SELECT c."id", c."residentId" FROM "Consent" c JOIN "Resident" p ON p."id" = c."residentId" WHERE p."addressId" IN (${addresses})) r`)},
  'turfs', ${rowsOf(Prisma.sql`"CutAddress" r WHERE r."addressId" IN (${addresses})`)},
  'handedOut', ${rowsOf(Prisma.sql`"TurfAssignmentDoor" r WHERE r."addressId" IN (${addresses})`)}`;

/** Moves buildings with their doors, people, history and what was said about their being doubles into one snapshot. */
export const trashLocations = async (db: Db, ids: readonly string[], mark: TrashMark): Promise<void> => {
  const list = Prisma.sql`${[...ids]}::uuid[]`;
  const addresses = Prisma.sql`SELECT a."id" FROM "Address" a WHERE a."locationId" = ANY(${list})`;
  const snapshot = Prisma.sql`jsonb_build_object(
    'locations', ${rowsOf(Prisma.sql`"Location" r WHERE r."id" = ANY(${list})`)},
    'addresses', ${rowsOf(Prisma.sql`"Address" r WHERE r."locationId" = ANY(${list})`)},
    'history', ${rowsOf(Prisma.sql`"LocationHistory" r WHERE r."locationId" = ANY(${list})`)},
    'dismissed', ${rowsOf(Prisma.sql`"LocationDuplicate" r WHERE r."dismissedAt" IS NOT NULL AND (r."firstId" = ANY(${list}) OR r."secondId" = ANY(${list}))`)},
    ${peopleOf(addresses)})`;
  await db.prisma.$executeRaw(insertTrash(mark, snapshot));
  await db.prisma.$executeRaw`DELETE FROM "Location" WHERE "id" = ANY(${list})`;
};

export const trashUnit = async (db: Db, id: string, mark: TrashMark): Promise<void> => {
  const one = Prisma.sql`${id}::uuid`;
  const snapshot = Prisma.sql`jsonb_build_object('addresses', ${rowsOf(Prisma.sql`"Address" r WHERE r."id" = ${one}`)}, ${peopleOf(one)})`;
  await db.prisma.$executeRaw(insertTrash(mark, snapshot));
  await db.prisma.$executeRaw`DELETE FROM "Address" WHERE "id" = ${one}`;
};

export const trashResident = async (db: Db, id: string, mark: TrashMark): Promise<void> => {
  const snapshot = Prisma.sql`jsonb_build_object('residents', ${rowsOf(Prisma.sql`"Resident" r WHERE r."id" = ${id}::uuid`)},
    'consents', ${rowsOf(Prisma.sql`(SELECT c."id", c."residentId" FROM "Consent" c WHERE c."residentId" = ${id}::uuid) r`)})`;
  await db.prisma.$executeRaw(insertTrash(mark, snapshot));
  await db.prisma.$executeRaw`DELETE FROM "Resident" WHERE "id" = ${id}::uuid`;
};

/** Snapshots that may still be brought back, oldest first; held until the transaction ends. */
export const lockTrash = async (db: Db, mark: Pick<TrashMark, "kind" | "entityId" | "now">): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Trash" WHERE "kind" = ${mark.kind} AND "entityId" = ${mark.entityId} AND "restoredAt" IS NULL AND "expiresAt" > ${mark.now}
    ORDER BY "deletedAt", "id" FOR UPDATE`;
  return rows.map(({ id }) => id);
};

/** Marks a snapshot as brought back and empties it: nobody's data is to be erased in two places. */
export const emptyTrash = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.prisma.trash.update({ where: { id }, data: { restoredAt: now, snapshot: {} } });
};

// People who left meanwhile are no longer named.
const people = ["createdByUserId", "updatedByUserId", "userId", "dismissedByUserId"] as const;
type Table = "Location" | "Address" | "Resident" | "LocationHistory" | "LocationDuplicate" | "CutAddress" | "TurfAssignmentDoor";

export const restoring = (
  trashId: string,
  { table, key, fixed, where }: { table: Table; key: string; fixed?: Prisma.Sql; where?: Prisma.Sql },
) => {
  const living = people.map(
    (name) =>
      Prisma.sql`CASE WHEN e ? ${name} THEN jsonb_build_object(${name}::text, (SELECT u."id" FROM "User" u WHERE u."id" = (e->>${name})::uuid)) ELSE '{}' END`,
  );
  const name = Prisma.raw(`"${table}"`);
  return Prisma.sql`
    INSERT INTO ${name} SELECT r.* FROM "Trash" t, jsonb_array_elements(t."snapshot"->${key}) e,
      jsonb_populate_record(null::${name}, e || ${fixed ?? Prisma.sql`'{}'::jsonb`} || ${Prisma.join(living, " || ")}) r
    WHERE t."id" = ${trashId}::uuid AND ${where ?? Prisma.sql`true`} ON CONFLICT DO NOTHING`;
};

export const parent = (table: "Location" | "Address", column: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM ${Prisma.raw(`"${table}"`)} p WHERE p."id" = ${Prisma.raw(`r."${column}"`)})`;

// Doors put themselves on their building's counters again when they come back.
const uncounted = Prisma.sql`'{"visitedUnits":0,"signUnits":0,"support1Units":0,"support2Units":0,"support3Units":0,"support4Units":0}'::jsonb`;
const livingImport = Prisma.sql`jsonb_build_object('importRunId', (SELECT i."id" FROM "ImportRun" i WHERE i."id" = (e->>'importRunId')::uuid))`;

/** Doors that stand again go back to the turfs they were handed out with; one that is out with others by now stays there. */
export const restoreHandedOut = (trashId: string): Prisma.Sql =>
  restoring(trashId, {
    table: "TurfAssignmentDoor",
    key: "handedOut",
    where: Prisma.sql`${parent("Address", "addressId")} AND EXISTS (SELECT 1 FROM "TurfAssignment" p WHERE p."id" = r."turfAssignmentId"
      AND (p."returnedAt" IS NULL OR NOT r."isOut"))`,
  });

/**
 * Brings the rows of a snapshot back; a building that came back by another way meanwhile (the same id in its source) is left out with
 * its doors. Gives the ids of the buildings that stand again.
 */
export const restoreTrash = async (db: Db, trashId: string): Promise<string[]> => {
  const back = await db.prisma.$queryRaw<{ id: string }[]>(
    Prisma.sql`${restoring(trashId, { table: "Location", key: "locations", fixed: Prisma.sql`${uncounted} || ${livingImport}` })} RETURNING "id"`,
  );
  const run = (given: Parameters<typeof restoring>[1]) => db.prisma.$executeRaw(restoring(trashId, given));
  await run({ table: "Address", key: "addresses", fixed: livingImport, where: parent("Location", "locationId") });
  // Who came after somebody's removal makes room for them.
  await db.prisma.$executeRaw`
    UPDATE "Resident" r SET "isPrimary" = false FROM "Trash" t, jsonb_array_elements(t."snapshot"->'residents') e
    WHERE t."id" = ${trashId}::uuid AND (e->>'isPrimary')::boolean AND r."addressId" = (e->>'addressId')::uuid AND r."isPrimary"`;
  await run({ table: "Resident", key: "residents", fixed: livingImport, where: parent("Address", "addressId") });
  await run({ table: "LocationHistory", key: "history", where: parent("Location", "locationId") });
  await run({
    table: "LocationDuplicate",
    key: "dismissed",
    where: Prisma.sql`${parent("Location", "firstId")} AND ${parent("Location", "secondId")}`,
  });
  await run({
    table: "CutAddress",
    key: "turfs",
    where: Prisma.sql`${parent("Address", "addressId")} AND EXISTS (SELECT 1 FROM "Cut" c WHERE c."id" = r."cutId")`,
  });
  await db.prisma.$executeRaw(restoreHandedOut(trashId));
  await db.prisma.$executeRaw`
    UPDATE "Consent" c SET "residentId" = p."id" FROM "Trash" t, jsonb_array_elements(t."snapshot"->'consents') e, "Resident" p
    WHERE t."id" = ${trashId}::uuid AND c."id" = (e->>'id')::uuid AND p."id" = (e->>'residentId')::uuid AND c."residentId" IS NULL`;
  return back.map(({ id }) => id);
};
