import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** Who holds a turf, and its name. */
export const withPeople = {
  cut: { select: { name: true } },
  people: { include: { user: { select: { id: true, name: true } } }, orderBy: { userId: "asc" } },
} as const satisfies Prisma.TurfAssignmentInclude;
export const peopleOf = (people: { user: { id: string; name: string } }[]) =>
  people.map(({ user }) => ({ userId: user.id, name: user.name }));

type Progress = { doors: number; done: number };

/** How many doors each turf has, and how many of them were visited since it was handed out. */
export const progressOf = async (db: Db, ids: readonly string[]): Promise<Map<string, Progress>> => {
  const rows = await db.prisma.$queryRaw<(Progress & { id: string })[]>`
    SELECT t."id", count(*)::int AS doors, count(*) FILTER (WHERE a."lastVisitedAt" >= t."handedOutAt")::int AS done
    FROM "TurfAssignment" t JOIN "TurfAssignmentDoor" d ON d."turfAssignmentId" = t."id" JOIN "Address" a ON a."id" = d."addressId"
    WHERE t."id" = ANY(${[...ids]}::uuid[]) GROUP BY t."id"`;
  return new Map(rows.map(({ id, doors, done }) => [id, { doors, done }]));
};
