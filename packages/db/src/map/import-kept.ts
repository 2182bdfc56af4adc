import { type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import { type ImportKept, keptReasonSchema } from "@cml/domain/map";
import type { Db } from "../client";

export const listKept = async (db: Db, importId: string, input: PageInput): Promise<Page<ImportKept>> => {
  const where = { importRunId: importId };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.importKept.count({ where });
  const rows = await db.prisma.importKept.findMany({ where, orderBy: [{ address: "asc" }, { id: "asc" }], skip: offset, take: limit });
  const items = rows.map(({ locationId, address, reason }) => ({ locationId, address, reason: keptReasonSchema.parse(reason) }));
  return { items, total, page: input.page, pageSize: input.pageSize };
};
