import { storedCounters, type StoredCounter } from "@cml/domain/platform";
import type { Db } from "../client";

export type CounterChange = { counter: StoredCounter; entityId: string; delta: number };
export type CounterOf = Omit<CounterChange, "delta">;

/** Appends a change, in the transaction of whatever is counted. */
export const addCounterDelta = async (db: Db, { counter, entityId, delta }: CounterChange): Promise<void> => {
  const { model, field } = split(counter);
  await db.prisma.counterDelta.create({ data: { entity: model, counter: field, entityId, delta } });
};

/**
 * Adds appended changes to their stored counters and drops them, each counter in one statement, so that a crash or a
 * second process beside this one counts nothing twice. Gives how many changes were folded.
 */
export const foldCounters = async (db: Db): Promise<number> => {
  let folded = 0;
  for (const counter of storedCounters) {
    for (let batch = batchSize; batch === batchSize; folded += batch) batch = await foldCounter(db, counter);
  }
  return folded;
};

/** The stored value and the changes not folded yet, seen at one moment; null when there is no such row. */
export const countExactly = async (db: Db, { counter, entityId }: CounterOf): Promise<number | null> => {
  const { model, field } = split(counter);
  const rows = await db.prisma.$queryRawUnsafe<{ value: number }[]>(
    `SELECT ("${field}" + coalesce((
       SELECT sum("delta") FROM "CounterDelta" WHERE "entity" = $2 AND "counter" = $3 AND "entityId" = $1::uuid
     ), 0))::int AS value
     FROM "${model}" WHERE "id" = $1::uuid`,
    entityId,
    model,
    field,
  );
  return rows[0]?.value ?? null;
};

const batchSize = 10_000;

// Model and field come from the closed list above, never from outside. Changes of a deleted row are dropped with it.
const foldCounter = async (db: Db, counter: StoredCounter): Promise<number> => {
  const { model, field } = split(counter);
  const [row] = await db.prisma.$queryRawUnsafe<{ taken: number }[]>(
    `WITH taken AS (
       DELETE FROM "CounterDelta" WHERE "id" IN (
         SELECT "id" FROM "CounterDelta" WHERE "entity" = $1 AND "counter" = $2 LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
       ) RETURNING "entityId", "delta"
     ), sums AS (SELECT "entityId", sum("delta")::int AS change FROM taken GROUP BY "entityId"),
     folded AS (
       UPDATE "${model}" SET "${field}" = "${field}" + sums.change FROM sums WHERE "${model}"."id" = sums."entityId" RETURNING 1
     )
     SELECT (SELECT count(*) FROM taken)::int AS taken, (SELECT count(*) FROM folded)::int AS folded`,
    model,
    field,
  );
  return row?.taken ?? 0;
};

const split = (counter: StoredCounter): { model: string; field: string } => {
  const dot = counter.indexOf(".");
  return { model: counter.slice(0, dot), field: counter.slice(dot + 1) };
};
