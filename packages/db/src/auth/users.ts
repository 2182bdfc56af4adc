import { type ListUsersInput, type Permissions, permissionsSchema, type User } from "@cml/domain/auth";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";
import type { Prisma, User as UserRow } from "../generated/client";

/** Never the password hash: that travels only in `Credentials`. */
export const toUser = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  phone: row.phone,
  role: row.role,
  status: row.status,
  permissions: permissionsSchema.parse(row.permissions),
  locale: row.locale,
  createdVia: row.createdVia,
  expiresAt: row.expiresAt,
  lastLoginAt: row.lastLoginAt,
  emailVerified: row.emailVerified,
  mustChangePassword: row.mustChangePassword,
  createdAt: row.createdAt,
});

/** An account with the hash its password is checked against; null while none was chosen. */
export type Credentials = { user: User; passwordHash: string | null };

const toCredentials = (row: UserRow | null): Credentials | null => row && { user: toUser(row), passwordHash: row.password };

export const findUser = async (db: Db, id: string): Promise<User | null> => {
  const row = await db.prisma.user.findUnique({ where: { id } });
  return row && toUser(row);
};

/** `email` is stored and looked for in lower case. */
export const findUserByEmail = async (db: Db, email: string): Promise<User | null> => {
  const row = await db.prisma.user.findUnique({ where: { email } });
  return row && toUser(row);
};

export const findCredentialsByEmail = async (db: Db, email: string): Promise<Credentials | null> =>
  toCredentials(await db.prisma.user.findUnique({ where: { email } }));

export const findCredentials = async (db: Db, id: string): Promise<Credentials | null> =>
  toCredentials(await db.prisma.user.findUnique({ where: { id } }));

/**
 * Holds the account until the transaction ends, then reads it: sign-in, refresh and sign-out everywhere come one after
 * another, so that none lets a session live on that another has just ended.
 */
export const lockCredentials = async (db: Db, id: string): Promise<Credentials | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return findCredentials(db, id);
};

/** Holds all administrators, so that two of them cannot demote each other at the same moment; gives them. */
export const lockSuperAdmins = async (db: Db): Promise<User[]> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "User" WHERE "role" = 'SUPER_ADMIN' ORDER BY "id" FOR NO KEY UPDATE`;
  return (await db.prisma.user.findMany({ where: { role: "SUPER_ADMIN" } })).map(toUser);
};

const searching = (text: string): Prisma.UserWhereInput => {
  const containing = { contains: escapeLike(text), mode: "insensitive" } as const;
  return text === "" ? {} : { OR: [{ name: containing }, { email: containing }, { phone: containing }] };
};

const orders: Record<ListUsersInput["sort"], Prisma.UserOrderByWithRelationInput[]> = {
  name: [{ name: "asc" }, { id: "asc" }],
  createdAt: [{ createdAt: "desc" }, { id: "asc" }],
  lastLoginAt: [{ lastLoginAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
};

/** Erased people are not accounts any more. */
export const listUsers = async (db: Db, input: ListUsersInput): Promise<Page<User>> => {
  const where: Prisma.UserWhereInput = { erasedAt: null, role: input.role, status: input.status, ...searching(input.search) };
  const { offset, limit } = sliceOf(input);
  const [rows, total] = await Promise.all([
    db.prisma.user.findMany({ where, orderBy: orders[input.sort], skip: offset, take: limit }),
    db.prisma.user.count({ where }),
  ]);
  return { items: rows.map(toUser), total, page: input.page, pageSize: input.pageSize };
};

export type NewUser = Pick<User, "id" | "email" | "name" | "phone" | "role" | "createdVia"> &
  Partial<Pick<User, "status" | "permissions" | "locale" | "expiresAt" | "emailVerified" | "mustChangePassword" | "createdAt">> & {
    passwordHash: string | null;
    expireDays?: number | null;
    isDemo?: boolean;
  };

/** Null when the e-mail already belongs to somebody. */
export const insertUser = async (db: Db, { passwordHash, permissions, ...user }: NewUser): Promise<User | null> => {
  // ON CONFLICT instead of a caught violation, which would end the caller's transaction.
  const [row] = await db.prisma.user.createManyAndReturn({
    data: [{ ...user, password: passwordHash, permissions: toJson(permissions) }],
    skipDuplicates: true,
  });
  return row === undefined ? null : toUser(row);
};

export type UserChanges = Partial<
  Pick<
    User,
    | "email"
    | "name"
    | "phone"
    | "role"
    | "status"
    | "permissions"
    | "locale"
    | "expiresAt"
    | "emailVerified"
    | "mustChangePassword"
    | "lastLoginAt"
  >
> & {
  passwordHash?: string;
  /** Access tokens issued before this moment are refused. */
  tokensValidFrom?: Date;
};

export const updateUser = async (db: Db, id: string, { passwordHash, permissions, ...changes }: UserChanges): Promise<User> =>
  toUser(await db.prisma.user.update({ where: { id }, data: { ...changes, password: passwordHash, permissions: toJson(permissions) } }));

/** Writes EXPIRED where the date has passed; gives the ids. */
export const expireUsers = async (db: Db, now: Date): Promise<string[]> => {
  const rows = await db.prisma.user.updateManyAndReturn({
    where: { status: "ACTIVE", expiresAt: { lte: now } },
    data: { status: "EXPIRED" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

const toJson = (permissions: Permissions | undefined): Prisma.InputJsonValue | undefined => permissions;
