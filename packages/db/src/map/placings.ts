import { placedDoorFields, placedPersonFields, type Placing, type PlacedRow, type PlacedRows, type RowChange } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { nameDoorsAnew } from "./unmatched-people";

const listOf = (fields: readonly string[]): string => fields.map((field) => `"${field}"`).join(", ");

/** These doors, everybody who lives there, and these people wherever they live, held until the transaction ends. */
export const holdPlacedRows = async (
  client: PoolClient,
  { addressIds, residentIds = [] }: { addressIds: readonly string[]; residentIds?: readonly string[] },
): Promise<PlacedRows> => {
  const doors = await client.query<PlacedRow>(
    `SELECT "id", ${listOf(placedDoorFields)} FROM "Address" WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR UPDATE`,
    [addressIds],
  );
  const people = await client.query<PlacedRow>(
    `SELECT "id", ${listOf(placedPersonFields)} FROM "Resident" WHERE "addressId" = ANY($1::uuid[]) OR "id" = ANY($2::uuid[]) ORDER BY "id" FOR UPDATE`,
    [addressIds, residentIds],
  );
  return { doors: doors.rows, people: people.rows };
};

export const rememberPlacing = async (client: PoolClient, id: string, placing: Placing): Promise<void> => {
  await client.query(`UPDATE "UnmatchedPerson" SET "placing" = $2 WHERE "id" = $1`, [
    id,
    JSON.stringify(placing).replaceAll("\\u0000", ""),
  ]);
};

/** Somebody met them, edited them, or they agreed to something: whoever is one of these may not be taken off a door unseen. */
export const areUsedSince = async (client: PoolClient, residentIds: readonly string[]): Promise<boolean> => {
  const { rows } = await client.query<{ used: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "Resident" r WHERE r."id" = ANY($1::uuid[]) AND (r."updatedByUserId" IS NOT NULL
       OR EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."residentId" = r."id") OR EXISTS (SELECT 1 FROM "Consent" c WHERE c."residentId" = r."id"))) AS used`,
    [residentIds],
  );
  return rows[0]?.used === true;
};

/** Puts doors and people back as they stood before a decision; the caller has looked that nobody changed them since. */
export const takeBackPlacing = async (client: PoolClient, placing: Placing, at: Date): Promise<void> => {
  const { people, doors, residentId, addressId, changeIds } = placing;
  const own = people.find(({ id, isNew }) => isNew && id === residentId);
  const isLed = own !== undefined && (await takeOff(client, own.id, addressId));
  // One person comes first at a door, so nobody becomes first before the other has ceased to be.
  const changed = people.filter(({ isNew }) => !isNew);
  const falling = changed.filter(({ fields }) => fields["isPrimary"]?.from === false);
  for (const one of [...falling, ...changed.filter((change) => !falling.includes(change))]) await putBack(client, { table: "Resident", at }, one); // prettier-ignore
  for (const one of doors) await putBack(client, { table: "Address", at, but: isLed && one.id === addressId ? names : [] }, one);
  // Whom the door only named is named by it still; with other people there by now they stay its first.
  const found = people.filter(({ id, isNew }) => isNew && id !== residentId).map(({ id }) => id);
  await client.query(
    `DELETE FROM "Resident" r WHERE r."id" = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM "Resident" o WHERE o."addressId" = r."addressId" AND o."id" <> ALL($1::uuid[]))`,
    [found],
  );
  await client.query(`DELETE FROM "ImportPersonChange" WHERE "id" = ANY($1::uuid[])`, [changeIds]);
};

const names: readonly string[] = ["firstName", "lastName", "phone", "email"];

/** True where somebody else comes first at the door now and gives it its names. */
const takeOff = async (client: PoolClient, residentId: string, addressId: string): Promise<boolean> => {
  const gone = await client.query<{ isPrimary: boolean }>(`DELETE FROM "Resident" WHERE "id" = $1 RETURNING "isPrimary"`, [residentId]);
  if (gone.rows[0]?.isPrimary !== true) return false;
  await nameDoorsAnew(client, [addressId]);
  const { rowCount } = await client.query(`SELECT 1 FROM "Resident" WHERE "addressId" = $1 LIMIT 1`, [addressId]);
  return rowCount === 1;
};

const known: Record<"Resident" | "Address", ReadonlySet<string>> = {
  Resident: new Set(placedPersonFields),
  Address: new Set(placedDoorFields),
};

const putBack = async (
  client: PoolClient,
  { table, at, but = [] }: { table: "Resident" | "Address"; at: Date; but?: readonly string[] },
  { id, fields }: RowChange,
): Promise<void> => {
  const given = Object.entries(fields).filter(([field]) => known[table].has(field) && !but.includes(field));
  if (given.length === 0) return;
  const sets = given.map(([field], index) => `"${field}" = $${index + 3}`).join(", ");
  await client.query(
    `UPDATE "${table}" SET ${sets}, "updatedAt" = greatest($2::timestamptz, "updatedAt" + interval '1 millisecond') WHERE "id" = $1`,
    [id, at, ...given.map(([, { from }]) => from)],
  );
};
