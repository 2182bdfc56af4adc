import type { ResponseChangeKind } from "@cml/domain/influence";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

export type NewResponseChange = {
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
