import type { PoolClient } from "pg";

/**
 * Tells the planner what is there, after many doors came or before many go: until the server notices by itself, minutes later, it takes
 * tables of a million rows for empty ones and reads them whole for each chunk.
 */
export const refreshDoorStatistics = async (client: PoolClient): Promise<void> => {
  await client.query(`ANALYZE "Location", "Address", "LocationHistory", "CutLocation"`);
};
