import type { Db } from "../client";

export type NewEmailLog = {
  id: string;
  recipientEmail: string;
  senderName: string | null;
  senderEmail: string | null;
  subject: string;
  message: string | null;
  postalCode: string | null;
  status: "sent" | "failed" | "previewed";
  templateKey: string | null;
  messageId: string | null;
  error: string | null;
  sentAt: Date;
};

/** One row for every message that was handed over, refused for good, or shown as a sample. */
export const insertEmailLog = async (db: Db, log: NewEmailLog): Promise<void> => {
  await db.prisma.emailLog.create({ data: log });
};
