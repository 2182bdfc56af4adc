import { foldTileDeltas, rebuildMembership } from "@cml/db/map";
import { rawTransaction } from "@cml/db";
import { aCut, aLocation, createTestDb, squareAround, type TestDb, vancouver } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let test: TestDb;
beforeEach(async () => void (test = await createTestDb()));
afterEach(() => test.drop());

const sql = (text: string, values: unknown[] = []) => test.db.pool.query<Record<string, unknown>>(text, values);
const sums = ["buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4"];

/** Stored counts and what waits beside a recount of the rows, for one zoom. */
const expectEqualToRecount = async () => {
  for (const zoom of [9, 14, 18]) {
    const shift = 2 * (18 - zoom);
    const kept = await sql(
      `SELECT cell::text, ${sums.map((name) => `sum(${name})::int AS ${name}`).join(", ")}, round(sum(latitude)::numeric, 5)::text AS latitude
       FROM (
         SELECT "cell", ${sums.map((name) => `"${name}"`).join(", ")}, "latitude" FROM "MapTileCount" WHERE "zoom" = ${zoom}
         UNION ALL SELECT "cell" >> ${shift}, ${sums.map((name) => `"${name}"`).join(", ")}, "latitude" FROM "MapTileDelta"
       ) c GROUP BY 1 HAVING sum(buildings) <> 0 ORDER BY 1`,
    );
    const counted = await sql(
      `SELECT (l."mapCell" >> ${26 + shift})::text AS cell, count(*)::int AS buildings, sum(l."totalUnits")::int AS doors,
         coalesce(sum(u.visited), 0)::int AS visited, coalesce(sum(u.signs), 0)::int AS signs, coalesce(sum(u.s1), 0)::int AS support1,
         coalesce(sum(u.s2), 0)::int AS support2, coalesce(sum(u.s3), 0)::int AS support3, coalesce(sum(u.s4), 0)::int AS support4,
         round(sum(l."latitude"), 5)::text AS latitude
       FROM "Location" l LEFT JOIN LATERAL (
         SELECT count("lastVisitedAt") AS visited, count(*) FILTER (WHERE "sign") AS signs, count(*) FILTER (WHERE "supportLevel" = '1') AS s1,
           count(*) FILTER (WHERE "supportLevel" = '2') AS s2, count(*) FILTER (WHERE "supportLevel" = '3') AS s3,
           count(*) FILTER (WHERE "supportLevel" = '4') AS s4
         FROM "Address" WHERE "locationId" = l."id"
       ) u ON true WHERE l."archivedAt" IS NULL GROUP BY 1 ORDER BY 1`,
    );
    expect(kept.rows).toEqual(counted.rows);
  }
};

/** 400 buildings of up to three doors over a few kilometres; every third was visited somewhere. */
const seed = async () => {
  await sql(
    `INSERT INTO "Location" ("id", "latitude", "longitude", "address", "mapCell", "totalUnits", "updatedAt")
     SELECT gen_random_uuid(), 49.2 + n * 0.0003, -123.1 + (n % 20) * 0.0004, n || ' Oak St', (2::bigint << 58) + n * 5000000::bigint * 90, 1 + n % 3, now()
     FROM generate_series(1, 400) n`,
  );
  await sql(
    `INSERT INTO "Address" ("id", "locationId", "unitNumber", "supportLevel", "sign", "lastVisitedAt", "lastOutcome", "updatedAt")
     SELECT gen_random_uuid(), l."id", u::text, CASE WHEN u = 2 THEN (ARRAY['1','2','3','4'])[1 + l."totalUnits" % 4]::"SupportLevel" END, u = 3,
       CASE WHEN u = 2 THEN now() END, CASE WHEN u = 2 THEN 'SPOKE_WITH'::"VisitOutcome" END, now()
     FROM "Location" l, generate_series(1, l."totalUnits") u`,
  );
};

const oneOf = async (): Promise<string> => {
  const { rows } = await sql(`SELECT "id" FROM "Location" ORDER BY "address" LIMIT 1`);
  return String(rows[0]?.["id"]);
};

const writes: Record<string, () => Promise<unknown>> = {
  "new buildings with their doors": () => aLocation(test.db, { text: "5 New St, Vancouver, BC", unitNumbers: ["1", "2"] }),
  "a building moved": async () =>
    sql(`UPDATE "Location" SET "mapCell" = "mapCell" + (1::bigint << 40), "latitude" = "latitude" + 0.5 WHERE "id" = $1`, [await oneOf()]),
  "a building archived": async () => sql(`UPDATE "Location" SET "archivedAt" = now() WHERE "id" = $1`, [await oneOf()]),
  "half of them archived and brought back": async () => {
    await sql(`UPDATE "Location" SET "archivedAt" = now() WHERE "totalUnits" = 2`);
    await expectEqualToRecount();
    await sql(`UPDATE "Location" SET "archivedAt" = NULL WHERE "totalUnits" = 2`);
  },
  "a building deleted with its doors": async () => sql(`DELETE FROM "Location" WHERE "id" = $1`, [await oneOf()]),
  "all buildings deleted": () => sql(`DELETE FROM "Location"`),
  "a visit": async () =>
    sql(
      `UPDATE "Address" SET "lastVisitedAt" = now() + interval '1 hour', "lastOutcome" = 'NOT_HOME', "supportLevel" = '4', "sign" = true WHERE "locationId" = $1`,
      [await oneOf()],
    ),
  "a visit to every door": () => sql(`UPDATE "Address" SET "lastVisitedAt" = now()`),
  "doors that are deleted": () => sql(`DELETE FROM "Address" WHERE "supportLevel" IS NOT NULL`),
  "doors that pass to another building": async () => {
    const to = await oneOf();
    await sql(`UPDATE "Address" SET "locationId" = $1 WHERE "supportLevel" = '2'`, [to]);
  },
  "doors copied with what is known of them": async () => {
    const id = await oneOf();
    await sql(
      `INSERT INTO "Address" ("id", "locationId", "supportLevel", "sign", "updatedAt")
       SELECT gen_random_uuid(), $1, '1', true, now() FROM generate_series(1, 50)`,
      [id],
    );
  },
  "an upsert": async () =>
    sql(
      `INSERT INTO "Location" ("id", "latitude", "longitude", "address", "mapCell", "totalUnits", "updatedAt")
       SELECT "id", 1, 1, "address", 77, 9, now() FROM "Location" LIMIT 30 ON CONFLICT ("id") DO UPDATE SET "totalUnits" = 9, "mapCell" = 77`,
    ),
  "every door emptied": () => sql(`TRUNCATE "Address" CASCADE`),
  "every building emptied": () => sql(`TRUNCATE "Location" CASCADE`),
  "a write taken back": async () => {
    const id = await oneOf();
    await rawTransaction(test.db, async (client) => {
      await client.query(`DELETE FROM "Location" WHERE "id" = $1`, [id]);
      throw new Error("no");
    }).catch(() => undefined);
  },
};

describe("stored counts and what waits are together what a recount gives", () => {
  it.each(Object.keys(writes))("after %s", async (name) => {
    await seed();
    await expectEqualToRecount();
    await foldTileDeltas(test.db);
    await writes[name]?.();
    await expectEqualToRecount();
    await foldTileDeltas(test.db);
    const { rows } = await sql(`SELECT count(*)::int AS waiting FROM "MapTileDelta"`);
    expect(rows).toEqual([{ waiting: 0 }]);
    await expectEqualToRecount();
    expect((await sql(`SELECT 1 FROM "MapTileCount" WHERE "buildings" <= 0 OR "doors" < 0`)).rows).toEqual([]);
  });

  it("when many write the same few cells and fold at once", async () => {
    await seed();
    const ids = (await sql(`SELECT "id" FROM "Address" ORDER BY "id" LIMIT 120`)).rows.map(({ id }) => id);
    await Promise.all(
      ids.map(async (id, n) => {
        await sql(
          `UPDATE "Address" SET "lastVisitedAt" = now(), "supportLevel" = (ARRAY['1','2','3','4'])[$2]::"SupportLevel" WHERE "id" = $1`,
          [id, 1 + (n % 4)],
        );
        if (n % 10 === 0) await foldTileDeltas(test.db);
      }),
    );
    await expectEqualToRecount();
    await foldTileDeltas(test.db);
    await expectEqualToRecount();
  });
});

const versionOf = async (topic: string): Promise<number> =>
  Number((await sql(`SELECT "version" FROM "MapVersion" WHERE "topic" = $1`, [topic])).rows[0]?.["version"]);

describe("the version tiles are kept by", () => {
  const moves: Record<string, () => Promise<unknown>> = {
    "another address text": async () => sql(`UPDATE "Location" SET "address" = '1 Elm St' WHERE "id" = $1`, [await oneOf()]),
    "another outcome of the last visit": async () =>
      sql(`UPDATE "Address" SET "lastOutcome" = 'REFUSED' WHERE "lastVisitedAt" IS NOT NULL`),
    "other doors in an area": async () => {
      const id = await aCut(test.db, { geometry: squareAround(vancouver) });
      await foldTileDeltas(test.db);
      await rawTransaction(test.db, (client) => rebuildMembership(client, { id, geometry: squareAround(vancouver, 0.5) }));
    },
  };
  it.each(Object.keys(moves))("moves with %s", async (name) => {
    await seed();
    await foldTileDeltas(test.db);
    const before = await versionOf("doors");
    await moves[name]?.();
    expect(await foldTileDeltas(test.db)).toBeGreaterThan(0);
    expect(await versionOf("doors")).toBeGreaterThan(before);
  });

  it("stays where nothing of it changed", async () => {
    await seed();
    await foldTileDeltas(test.db);
    await sql(`UPDATE "Location" SET "updatedAt" = now(), "buildingNotes" = 'x'`);
    await sql(`UPDATE "Address" SET "phone" = '555', "firstName" = 'Ann'`);
    expect(await foldTileDeltas(test.db)).toBe(0);
  });

  it("moves for areas with their shape or name, not with their counters", async () => {
    const id = await aCut(test.db);
    const before = await versionOf("cuts");
    await sql(`UPDATE "Cut" SET "visitedCount" = 5 WHERE "id" = $1`, [id]);
    expect(await versionOf("cuts")).toBe(before);
    await sql(`UPDATE "Cut" SET "name" = 'Other' WHERE "id" = $1`, [id]);
    expect(await versionOf("cuts")).toBe(before + 1);
  });
});

it("a building shows how its newest visit ended", async () => {
  const { locationId, addressIds } = await aLocation(test.db, { unitNumbers: ["1", "2"] });
  const visit = (n: number, at: string, outcome: string) =>
    sql(`UPDATE "Address" SET "lastVisitedAt" = $2, "lastOutcome" = $3::"VisitOutcome" WHERE "id" = $1`, [addressIds[n], at, outcome]);
  await visit(0, "2026-05-01", "SPOKE_WITH");
  await visit(1, "2026-04-01", "NOT_HOME");
  const shown = async () => (await sql(`SELECT "lastOutcome" FROM "Location" WHERE "id" = $1`, [locationId])).rows[0]?.["lastOutcome"];
  expect(await shown()).toBe("SPOKE_WITH");
  await sql(`DELETE FROM "Address" WHERE "id" = $1`, [addressIds[0]]);
  expect(await shown()).toBe("NOT_HOME");
});
