import type { PoolClient } from "pg";

/** Buildings of the demo that somebody's own file names too become theirs, and stay when the demo goes. */
export const adoptDemoDoors = async (client: PoolClient, addressIds: readonly string[]): Promise<void> => {
  if (addressIds.length === 0) return;
  await client.query(
    `UPDATE "Location" l SET "isDemo" = false FROM "Address" a
     WHERE a."id" = ANY($1::uuid[]) AND l."id" = a."locationId" AND l."isDemo"`,
    [addressIds],
  );
};
