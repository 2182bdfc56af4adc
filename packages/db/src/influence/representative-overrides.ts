import { type RepresentativeOverride, representativeOverrideSchema } from "@cml/domain/influence";
import type { Db } from "../client";

type Fields = Omit<RepresentativeOverride, "id" | "updatedAt">;
const newestFirst = { orderBy: [{ updatedAt: "desc" as const }, { id: "desc" as const }] };

export const listOverrides = async (db: Db): Promise<RepresentativeOverride[]> =>
  (await db.prisma.representativeOverride.findMany(newestFirst)).map((row) => representativeOverrideSchema.parse(row));

/** What staff know of a code or of these districts, oldest first, so that the newest word is applied last. */
export const findOverrides = async (
  db: Db,
  { postalCode, districts }: { postalCode: string | null; districts: readonly string[] },
): Promise<RepresentativeOverride[]> => {
  const rows = await db.prisma.representativeOverride.findMany({
    where: { OR: [...(postalCode === null ? [] : [{ postalCode }]), { district: { in: [...districts] } }] },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => representativeOverrideSchema.parse(row));
};

export const insertOverride = async (
  db: Db,
  override: Fields & { id: string; createdByUserId: string | null; now: Date },
): Promise<RepresentativeOverride> => {
  const { now, ...data } = override;
  return representativeOverrideSchema.parse(
    await db.prisma.representativeOverride.create({ data: { ...data, createdAt: now, updatedAt: now } }),
  );
};

/** Null when there is none. */
export const updateOverride = async (
  db: Db,
  { id, now, ...data }: Fields & { id: string; now: Date },
): Promise<RepresentativeOverride | null> => {
  const [row] = await db.prisma.representativeOverride.updateManyAndReturn({ where: { id }, data: { ...data, updatedAt: now } });
  return row === undefined ? null : representativeOverrideSchema.parse(row);
};

export const deleteOverride = async (db: Db, id: string): Promise<boolean> =>
  (await db.prisma.representativeOverride.deleteMany({ where: { id } })).count === 1;
