import type { OneTimePurpose } from "@cml/domain/auth";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

export type NewOneTimeToken = {
  id: string;
  tokenHash: string;
  purpose: OneTimePurpose;
  userId: string | null;
  email: string | null;
  payload?: Record<string, string | number | boolean | null>;
  createdAt: Date;
  expiresAt: Date;
};
export type OneTimeToken = Pick<NewOneTimeToken, "id" | "purpose" | "userId" | "email"> & { payload: Prisma.JsonValue; expiresAt: Date };

export const insertOneTimeToken = async (db: Db, token: NewOneTimeToken): Promise<void> => {
  await db.prisma.oneTimeToken.create({ data: token });
};

type Wanted = { tokenHash: string; purposes: readonly OneTimePurpose[]; now: Date };

const usable = ({ tokenHash, purposes, now }: Wanted) => ({
  tokenHash,
  purpose: { in: [...purposes] },
  usedAt: null,
  expiresAt: { gt: now },
});

const fields = { id: true, purpose: true, userId: true, email: true, payload: true, expiresAt: true } as const;

/** A token that would still work; looking does not spend it. */
export const findOneTimeToken = async (db: Db, wanted: Wanted): Promise<OneTimeToken | null> =>
  (await db.prisma.oneTimeToken.findFirst({ where: usable(wanted), select: fields })) as OneTimeToken | null;

/** Spends the token in one statement: of two parallel calls only one gets it. */
export const takeOneTimeToken = async (db: Db, wanted: Wanted): Promise<OneTimeToken | null> => {
  const [row] = await db.prisma.oneTimeToken.updateManyAndReturn({
    where: usable(wanted),
    data: { usedAt: wanted.now },
    select: fields,
  });
  return (row as OneTimeToken | undefined) ?? null;
};

/** A newer mail, or a new password, makes the older links of the account void. */
export const voidOneTimeTokens = async (db: Db, userId: string, { purposes, now }: Omit<Wanted, "tokenHash">): Promise<void> => {
  await db.prisma.oneTimeToken.updateMany({ where: { userId, purpose: { in: [...purposes] }, usedAt: null }, data: { usedAt: now } });
};

export const deleteExpiredOneTimeTokens = async (db: Db, now: Date): Promise<number> =>
  (await db.prisma.oneTimeToken.deleteMany({ where: { expiresAt: { lte: now } } })).count;
