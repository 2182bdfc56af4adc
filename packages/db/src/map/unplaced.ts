import type { UnplacedRow } from "@cml/domain/map";
import type { PoolClient } from "pg";

export type TrayRow = { row: number; reason: string; door: UnplacedRow; raw: Record<string, unknown> };

type Origin = { importId: string; source: string; at: Date; newId: () => string };

/** Puts rows without a point into the "not on the map" tray; one that lies there already, whatever became of it, stays as it is. */
export const layInTray = async (client: PoolClient, rows: readonly TrayRow[], { importId, source, at, newId }: Origin): Promise<void> => {
  if (rows.length === 0) return;
  const values = rows.map(({ row, reason, door, raw }) => ({
    id: newId(),
    row,
    address: door.address,
    unit: door.unitNumber,
    postal: door.postalCode,
    municipality: door.municipality,
    province: door.province,
    reason,
    raw,
    external: door.externalId,
    guid: door.addrGuid,
    building: door.locGuid,
    use: door.buildingUse,
    district: door.federalDistrict,
    subdivision: door.censusSubdivision,
    french: door.municipalityFr,
  }));
  await client.query(
    `INSERT INTO "UnplacedAddress" ("id", "importRunId", "rowNumber", "address", "unitNumber", "postalCode", "municipality", "province", "reason", "raw", "source",
       "externalId", "addrGuid", "locGuid", "buildingUse", "federalDistrict", "censusSubdivision", "municipalityFr", "createdAt")
     SELECT t.id, $2, t."row", t.address, t.unit, t.postal, t.municipality, t.province, t.reason, t.raw, $3, t.external, t.guid, t.building, t.use, t.district, t.subdivision, t.french, $4
     FROM json_to_recordset($1) t(id uuid, "row" int, address text, unit text, postal text, municipality text, province text, reason text, raw jsonb,
       external text, guid text, building text, use int, district text, subdivision text, french text)
     WHERE t.external IS NOT NULL OR t.guid IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM "UnplacedAddress" u WHERE u."source" = $3 AND u."externalId" IS NULL AND u."addrGuid" IS NULL AND u."address" = t.address
         AND u."unitNumber" IS NOT DISTINCT FROM t.unit AND u."municipality" IS NOT DISTINCT FROM t.municipality)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(values).replaceAll("\\u0000", ""), importId, source, at],
  );
};
