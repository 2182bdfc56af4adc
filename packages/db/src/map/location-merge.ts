import type { Db } from "../client";
import { Prisma } from "../generated/client";
import type { EditMark } from "./location-edits";
import { forgetMergedDoors, mergedInto, rememberMergedDoors } from "./merged-doors";
import { insertTrash, parent, restoreHandedOut, restoring, rowsOf, type TrashMark } from "./location-snapshots";

export type Merge = { keepId: string; mergeId: string; mark: EditMark; trash: TrashMark };

// Doors of one name at both buildings are one door.
const pairs = ({ keepId, mergeId }: { keepId: string; mergeId: string }): Prisma.Sql => Prisma.sql`
  (SELECT DISTINCT ON (m."id") m."id" AS "mergeId", k."id" AS "keepId" FROM "Address" m JOIN "Address" k
    ON k."locationId" = ${keepId}::uuid AND lower(coalesce(k."unitNumber", '')) = lower(coalesce(m."unitNumber", ''))
    WHERE m."locationId" = ${mergeId}::uuid ORDER BY m."id", k."id")`;

const named = (door: "a" | "k"): Prisma.Sql =>
  Prisma.raw(`coalesce(${["firstName", "lastName", "email", "phone"].map((field) => `${door}."${field}"`).join(", ")}) IS NOT NULL`);

// A door names one person. Where both name somebody and one is not written down as a resident yet, that is done first: nobody is lost.
const writeDownPeople = (merge: Merge): Prisma.Sql => Prisma.sql`
  INSERT INTO "Resident" ("id", "addressId", "isPrimary", "firstName", "lastName", "email", "phone", "supportLevel", "supportDeclined", "leanCode",
    "doNotContact", "notes", "createdAt", "updatedAt")
  SELECT gen_random_uuid(), a."id", true, a."firstName", a."lastName", a."email", a."phone", a."supportLevel", a."supportDeclined", a."leanCode",
    a."doNotContact", a."notes", a."createdAt", ${merge.mark.at}
  FROM ${pairs(merge)} p JOIN "Address" a ON a."id" IN (p."mergeId", p."keepId")
  WHERE ${named("a")} AND NOT EXISTS (SELECT 1 FROM "Resident" r WHERE r."addressId" = a."id")`;

// What the one door knew fills what was blank at the other; of two answers the later visit's counts.
const fillUnits = ({ userId, at }: EditMark): Prisma.Sql => Prisma.sql`
  UPDATE "Address" k SET
    "firstName" = CASE WHEN ${named("k")} THEN k."firstName" ELSE m."firstName" END,
    "lastName" = CASE WHEN ${named("k")} THEN k."lastName" ELSE m."lastName" END,
    "email" = CASE WHEN ${named("k")} THEN k."email" ELSE m."email" END,
    "phone" = CASE WHEN ${named("k")} THEN k."phone" ELSE m."phone" END,
    "supportLevel" = CASE WHEN coalesce(m."lastVisitedAt", '-infinity') > coalesce(k."lastVisitedAt", '-infinity') THEN coalesce(m."supportLevel", k."supportLevel") ELSE coalesce(k."supportLevel", m."supportLevel") END,
    "supportDeclined" = CASE WHEN coalesce(k."supportLevel", m."supportLevel") IS NULL THEN k."supportDeclined" OR m."supportDeclined" ELSE false END,
    "leanCode" = coalesce(k."leanCode", m."leanCode"),
    "lastOutcome" = CASE WHEN coalesce(m."lastVisitedAt", '-infinity') > coalesce(k."lastVisitedAt", '-infinity') THEN m."lastOutcome" ELSE k."lastOutcome" END,
    "lastVisitedAt" = greatest(k."lastVisitedAt", m."lastVisitedAt"),
    "sign" = k."sign" OR m."sign", "signSize" = coalesce(k."signSize", m."signSize"),
    "doNotContact" = k."doNotContact" OR m."doNotContact",
    "notes" = nullif(concat_ws(E'\n', k."notes", m."notes"), ''),
    "addrGuid" = coalesce(k."addrGuid", m."addrGuid"), "externalId" = coalesce(k."externalId", m."externalId"),
    "updatedAt" = ${at}, "updatedByUserId" = ${userId}::uuid
  FROM merged m
  WHERE k."id" = m."keepId"`;

/**
 * Makes two buildings one: visits, people, history and turf of `mergeId` go to `keepId`, and what it knew fills what was blank. How
 * everything stood goes into a snapshot first. A door visited at both shows the later visit.
 */
export const mergeLocationRows = async (db: Db, merge: Merge): Promise<void> => {
  const { keepId, mergeId, mark, trash } = merge;
  const at = mark.at;
  const loser = Prisma.sql`SELECT a."id" FROM "Address" a WHERE a."locationId" = ${mergeId}::uuid`;
  const snapshot = Prisma.sql`jsonb_build_object(
    'locations', ${rowsOf(Prisma.sql`"Location" r WHERE r."id" = ${mergeId}::uuid`)},
    'merged', jsonb_build_array(${at}::timestamptz),
    'kept', ${rowsOf(Prisma.sql`"Location" r WHERE r."id" = ${keepId}::uuid`)},
    'addresses', ${rowsOf(Prisma.sql`"Address" r WHERE r."locationId" = ${mergeId}::uuid`)},
    'keptUnits', ${rowsOf(Prisma.sql`"Address" r WHERE r."id" IN (SELECT p."keepId" FROM ${pairs(merge)} p)`)},
    'visits', ${rowsOf(Prisma.sql`(SELECT v."id", v."addressId" FROM "CanvassVisit" v WHERE v."addressId" IN (${loser})) r`)},
    'residents', ${rowsOf(Prisma.sql`(SELECT p."id", p."addressId", p."isPrimary" FROM "Resident" p WHERE p."addressId" IN (${loser})) r`)},
    'history', ${rowsOf(Prisma.sql`(SELECT h."id" FROM "LocationHistory" h WHERE h."locationId" = ${mergeId}::uuid) r`)},
    'mergedDoors', ${rowsOf(mergedInto(mergeId))},
    'turfs', ${rowsOf(Prisma.sql`"CutAddress" r WHERE r."addressId" IN (${loser})`)},
    'handedOut', ${rowsOf(Prisma.sql`"TurfAssignmentDoor" r WHERE r."addressId" IN (${loser})`)},
    'dismissed', ${rowsOf(Prisma.sql`"LocationDuplicate" r WHERE ${mergeId}::uuid IN (r."firstId", r."secondId")`)})`;
  const run = (sql: Prisma.Sql) => db.prisma.$executeRaw(sql);
  await run(writeDownPeople(merge));
  await run(insertTrash(trash, snapshot));
  await run(Prisma.sql`CREATE TEMP TABLE merging ON COMMIT DROP AS SELECT * FROM ${pairs(merge)} p`);
  await run(Prisma.sql`UPDATE "CanvassVisit" v SET "addressId" = p."keepId" FROM merging p WHERE v."addressId" = p."mergeId"`);
  await run(Prisma.sql`
    UPDATE "Resident" r SET "addressId" = p."keepId", "isPrimary" = r."isPrimary" AND NOT EXISTS (
      SELECT 1 FROM "Resident" o WHERE o."addressId" = p."keepId" AND o."isPrimary")
    FROM merging p WHERE r."addressId" = p."mergeId"`);
  await run(Prisma.sql`
    INSERT INTO "CutAddress" ("cutId", "addressId") SELECT c."cutId", p."keepId" FROM "CutAddress" c JOIN merging p ON p."mergeId" = c."addressId"
    ON CONFLICT DO NOTHING`);
  await run(Prisma.sql`
    INSERT INTO "TurfAssignmentDoor" ("turfAssignmentId", "addressId", "isOut")
    SELECT d."turfAssignmentId", p."keepId", d."isOut" FROM "TurfAssignmentDoor" d JOIN merging p ON p."mergeId" = d."addressId"
    ON CONFLICT DO NOTHING`);
  for (const sql of rememberMergedDoors(mergeId)) await run(sql);
  // The keys of files are unique: they leave the one row before they come to the other.
  await run(
    Prisma.sql`CREATE TEMP TABLE merged ON COMMIT DROP AS SELECT a.*, p."keepId" FROM "Address" a JOIN merging p ON p."mergeId" = a."id"`,
  );
  await run(Prisma.sql`DELETE FROM "Address" WHERE "id" IN (SELECT "mergeId" FROM merging)`);
  await run(fillUnits(mark));
  await run(Prisma.sql`UPDATE "Address" SET "locationId" = ${keepId}::uuid WHERE "locationId" = ${mergeId}::uuid`);
  await run(Prisma.sql`UPDATE "LocationHistory" SET "locationId" = ${keepId}::uuid WHERE "locationId" = ${mergeId}::uuid`);
  await run(Prisma.sql`CREATE TEMP TABLE merged_building ON COMMIT DROP AS SELECT * FROM "Location" WHERE "id" = ${mergeId}::uuid`);
  await run(Prisma.sql`DELETE FROM "Location" WHERE "id" = ${mergeId}::uuid`);
  await run(Prisma.sql`
    UPDATE "Location" k SET "lastVisitedAt" = greatest(k."lastVisitedAt", m."lastVisitedAt"), "locGuid" = coalesce(k."locGuid", m."locGuid"),
      "source" = CASE WHEN k."externalId" IS NULL AND m."externalId" IS NOT NULL THEN m."source" ELSE k."source" END,
      "externalId" = coalesce(k."externalId", m."externalId"), "postalCode" = coalesce(k."postalCode", m."postalCode"),
      "federalDistrict" = coalesce(k."federalDistrict", m."federalDistrict"),
      "buildingNotes" = nullif(concat_ws(E'\n', k."buildingNotes", m."buildingNotes"), ''),
      "updatedAt" = ${at}, "updatedByUserId" = ${mark.userId}::uuid
    FROM merged_building m WHERE k."id" = ${keepId}::uuid`);
  await run(Prisma.sql`DROP TABLE merging, merged, merged_building`);
};

/** Parts two merged buildings again: what was done at either since stays where it is now. Gives the id of the one that stands again. */
export const partLocationRows = async (
  db: Db,
  { trashId, keepId, mark }: { trashId: string; keepId: string; mark: EditMark },
): Promise<string | null> => {
  const run = (sql: Prisma.Sql) => db.prisma.$executeRaw(sql);
  const each = (key: string) => Prisma.sql`"Trash" t, jsonb_array_elements(t."snapshot"->${key}) e`;
  const mine = Prisma.sql`t."id" = ${trashId}::uuid`;
  // Nobody wrote at the door since the merge did: it becomes what it was. Otherwise only the key of its file goes back.
  await run(Prisma.sql`
    UPDATE "Address" k SET "firstName" = r."firstName", "lastName" = r."lastName", "email" = r."email", "phone" = r."phone",
      "supportLevel" = r."supportLevel", "supportDeclined" = r."supportDeclined", "leanCode" = r."leanCode", "lastOutcome" = r."lastOutcome",
      "lastVisitedAt" = r."lastVisitedAt", "sign" = r."sign", "signSize" = r."signSize", "doNotContact" = r."doNotContact", "notes" = r."notes",
      "updatedAt" = ${mark.at}
    FROM ${each("keptUnits")}, jsonb_populate_record(null::"Address", e) r, jsonb_array_elements(t."snapshot"->'merged') m
    WHERE ${mine} AND k."id" = r."id" AND k."updatedAt" = (m#>>'{}')::timestamptz`);
  await run(Prisma.sql`
    UPDATE "Address" k SET "addrGuid" = e->>'addrGuid', "externalId" = e->>'externalId' FROM ${each("keptUnits")} WHERE ${mine} AND k."id" = (e->>'id')::uuid`);
  await run(Prisma.sql`
    UPDATE "Location" k SET "locGuid" = r."locGuid", "source" = r."source", "externalId" = r."externalId", "lastVisitedAt" = r."lastVisitedAt",
      "buildingNotes" = r."buildingNotes", "updatedAt" = ${mark.at}, "updatedByUserId" = ${mark.userId}::uuid
    FROM ${each("kept")}, jsonb_populate_record(null::"Location", e) r WHERE ${mine} AND k."id" = r."id"`);
  const [back] = await db.prisma.$queryRaw<{ id: string }[]>(
    Prisma.sql`${restoring(trashId, { table: "Location", key: "locations" })} RETURNING "id"`,
  );
  if (back === undefined) return null;
  await run(Prisma.sql`
    UPDATE "Address" a SET "locationId" = ${back.id}::uuid FROM ${each("addresses")} WHERE ${mine} AND a."id" = (e->>'id')::uuid AND a."locationId" = ${keepId}::uuid`);
  await run(restoring(trashId, { table: "Address", key: "addresses", where: parent("Location", "locationId") }));
  for (const sql of forgetMergedDoors(trashId)) await run(sql);
  await run(Prisma.sql`
    UPDATE "CanvassVisit" v SET "addressId" = a."id" FROM ${each("visits")}, "Address" a
    WHERE ${mine} AND v."id" = (e->>'id')::uuid AND a."id" = (e->>'addressId')::uuid`);
  await run(Prisma.sql`
    UPDATE "Resident" r SET "addressId" = a."id", "isPrimary" = (e->>'isPrimary')::boolean FROM ${each("residents")}, "Address" a
    WHERE ${mine} AND r."id" = (e->>'id')::uuid AND a."id" = (e->>'addressId')::uuid`);
  await run(Prisma.sql`
    UPDATE "LocationHistory" h SET "locationId" = ${back.id}::uuid FROM ${each("history")} WHERE ${mine} AND h."id" = (e->>'id')::uuid`);
  await run(restoring(trashId, { table: "CutAddress", key: "turfs", where: parent("Address", "addressId") }));
  await run(restoreHandedOut(trashId));
  await run(
    restoring(trashId, {
      table: "LocationDuplicate",
      key: "dismissed",
      where: Prisma.sql`${parent("Location", "firstId")} AND ${parent("Location", "secondId")}`,
    }),
  );
  // A visit made at the common door after the merge is that door's; the building was last visited when its doors were.
  await run(Prisma.sql`
    UPDATE "Location" l SET "lastVisitedAt" = (SELECT max(a."lastVisitedAt") FROM "Address" a WHERE a."locationId" = l."id")
    WHERE l."id" IN (${keepId}::uuid, ${back.id}::uuid)`);
  return back.id;
};
