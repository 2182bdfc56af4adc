import type { HeldLetters } from "@cml/domain/influence";
import type { Db } from "../client";

type Held = { campaignId: string; recipientKey: string; thanked: boolean; ids?: readonly string[] | null };

// Asked of the decision itself, not of the reason that stands in the letter: while the whole campaign waits, that one is told.
const heldWhere = ({ campaignId, recipientKey, thanked, ids = null }: Held) => ({
  campaignId,
  recipientKey,
  status: "QUEUED" as const,
  letGoAt: null,
  ...(ids === null ? {} : { id: { in: [...ids] } }),
  ...(thanked ? { NOT: { letterVersion: { handling: "THANK" as const } } } : {}),
});

/** Letters that wait because their recipient is skipped or thanked, the oldest first. */
export const listHeldLetters = async (db: Db, held: Held, atMost: number): Promise<HeldLetters> => {
  const where = heldWhere(held);
  const total = await db.prisma.campaignEmail.count({ where });
  const letters = await db.prisma.campaignEmail.findMany({
    where,
    select: { id: true, userName: true, userPostalCode: true, subject: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: atMost,
  });
  return { letters, total };
};

/** Lets such letters go although staff skip or thank their recipient. Gives their ids. */
export const letGo = async (db: Db, held: Held, now: Date): Promise<string[]> => {
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: heldWhere(held),
    data: { letGoAt: now, heldReason: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** Cancels such letters. Gives their ids. */
export const cancelHeld = async (db: Db, held: Held): Promise<string[]> => {
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: heldWhere(held),
    data: { status: "CANCELLED", heldReason: null, queuedAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};
