import type { CutScope, LocationFilter } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { rawTransaction } from "../transaction";
import { locationConditions } from "./location-conditions";
import { toAddress } from "./locations";
import { toLocation } from "./rows";

const buildingsPerPage = 2_000;

export type ExportedBuilding = ReturnType<typeof toLocation> & { units: ReturnType<typeof toAddress>[]; buildingNotes: string | null };

/**
 * Buildings of a filter with their doors, in pages by id: memory stays flat whatever the table holds, and no transaction is held open
 * for a slow reader.
 */
export async function* streamLocations(
  db: Db,
  { filter, scope, now }: { filter: LocationFilter; scope: CutScope; now: Date },
): AsyncGenerator<ExportedBuilding[]> {
  const where = await locationConditions(db, { filter, scope, now });
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const query = Prisma.sql`SELECT l."id" FROM "Location" l WHERE ${where.walked} AND l."id" > ${after}::uuid ORDER BY l."id" LIMIT ${buildingsPerPage}`;
    const ids = await rawTransaction(db, async (client) => {
      await client.query("SET LOCAL enable_seqscan = off; SET LOCAL jit = off");
      return (await client.query<{ id: string }>(query.text, query.values)).rows.map(({ id }) => id);
    });
    const last = ids.at(-1);
    if (last === undefined) return;
    const rows = await db.prisma.location.findMany({
      where: { id: { in: ids } },
      orderBy: { id: "asc" },
      include: { addresses: { orderBy: [{ unitNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }] } },
    });
    yield rows.map(({ addresses, ...row }) => ({ ...toLocation(row), buildingNotes: row.buildingNotes, units: addresses.map(toAddress) }));
    if (ids.length < buildingsPerPage) return;
    after = last;
  }
}
