import { type CleanedSending, type EmailLog, emailLogSchema, type ListEmailLogInput } from "@cml/domain/influence";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

/** Every message that was handed over, refused for good or shown as a sample, newest first; found by the start of an address. */
export const listEmailLog = async (db: Db, input: ListEmailLogInput): Promise<Page<Omit<EmailLog, "templateName">>> => {
  const { search, status, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const begins = { startsWith: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.EmailLogWhereInput = {
    ...(status === null ? {} : { status }),
    ...(search === "" ? {} : { OR: [{ recipientEmail: begins }, { senderEmail: begins }] }),
  };
  const [rows, total] = await Promise.all([
    db.prisma.emailLog.findMany({ where, orderBy: [{ sentAt: "desc" }, { id: "desc" }], skip: offset, take: limit }),
    db.prisma.emailLog.count({ where }),
  ]);
  return { items: rows.map((row) => emailLogSchema.omit({ templateName: true }).parse(row)), total, page, pageSize };
};

/** Removes log entries and cancelled letters older than this; letters that left or may have left stay. */
export const cleanSending = async (db: Db, before: Date): Promise<CleanedSending> => {
  const { count: logEntries } = await db.prisma.emailLog.deleteMany({ where: { sentAt: { lt: before } } });
  const { count: cancelledLetters } = await db.prisma.campaignEmail.deleteMany({
    where: { status: "CANCELLED", createdAt: { lt: before } },
  });
  return { logEntries, cancelledLetters };
};
