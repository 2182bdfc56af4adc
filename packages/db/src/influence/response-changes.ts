import type { ResponseChangeKind } from "@cml/domain/influence";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

type NewResponseChange = {
  id?: string;
  responseId: string;
  kind: ResponseChangeKind;
  at: Date;
  byUserId?: string | null;
  /** The office's address, where the office did it. */
  byOffice?: string | null;
  /** The fields that changed, as they were. */
  before?: Prisma.InputJsonObject;
  note?: string | null;
};

/** Writes one line of the history; gives its id. */
export const recordResponseChange = async (db: Db, change: NewResponseChange): Promise<string> => {
  const { id } = await db.prisma.responseChange.create({ data: change, select: { id: true } });
  return id;
};

export type StoredChange = {
  id: string;
  kind: ResponseChangeKind;
  at: Date;
  byUserId: string | null;
  byOffice: string | null;
  before: Record<string, unknown>;
  note: string | null;
};

/** A response's history, oldest first. */
export const listResponseChanges = async (db: Db, responseId: string): Promise<StoredChange[]> => {
  // An id is made with its row, so it orders what happened in one millisecond.
  const rows = await db.prisma.responseChange.findMany({ where: { responseId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map(({ responseId: _response, before, ...row }) => ({ ...row, before: before as Record<string, unknown> }));
};

/** The names of people in a history. */
export const listNames = async (db: Db, userIds: readonly string[]): Promise<Map<string, string>> => {
  const users = await db.prisma.user.findMany({ where: { id: { in: [...new Set(userIds)] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
};
