import type { GovernmentLevel } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type PrintedLetter = {
  id: string;
  userName: string | null;
  userPostalCode: string | null;
  userStreet: string | null;
  userCity: string | null;
  recipientName: string;
  recipientTitle: string | null;
  recipientLevel: GovernmentLevel | null;
  recipientAddress: string | null;
  subject: string;
  message: string;
  locale: Locale;
  createdAt: Date;
};

/** Letters for paper behind a receipt, in the order they were written; those that were erased are left out. */
export const listPrintedLetters = (db: Db, receiptTokenHash: string): Promise<PrintedLetter[]> =>
  db.prisma.campaignEmail.findMany({
    where: { receiptTokenHash, emailMethod: "PRINT", erasedAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      userName: true,
      userPostalCode: true,
      userStreet: true,
      userCity: true,
      recipientName: true,
      recipientTitle: true,
      recipientLevel: true,
      recipientAddress: true,
      subject: true,
      message: true,
      locale: true,
      createdAt: true,
    },
  });
