import { type RepresentativeSourceId, type SourceHealth, sourceHealthSchema } from "@cml/domain/influence";
import type { Db } from "../client";

export const listSourceHealth = async (db: Db): Promise<SourceHealth[]> =>
  (await db.prisma.representativeSourceHealth.findMany({ orderBy: { id: "asc" } })).flatMap((row) => {
    const parsed = sourceHealthSchema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });

export const recordSourceAnswer = async (db: Db, { id, ms, now }: { id: RepresentativeSourceId; ms: number; now: Date }): Promise<void> => {
  const facts = { lastOkAt: now, lastMs: Math.round(ms), failuresInRow: 0 };
  await db.prisma.representativeSourceHealth.upsert({ where: { id }, create: { id, ...facts }, update: facts });
};

export const recordSourceFailure = async (
  db: Db,
  { id, words, now }: { id: RepresentativeSourceId; words: string; now: Date },
): Promise<void> => {
  const facts = { lastErrorAt: now, lastError: words.slice(0, 300) };
  await db.prisma.representativeSourceHealth.upsert({
    where: { id },
    create: { id, ...facts, failuresInRow: 1 },
    update: { ...facts, failuresInRow: { increment: 1 } },
  });
};
