import type { CampaignEmailStatus, EmailMethod, GovernmentLevel } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

/** A letter as a row of the export. */
export type ExportedLetter = {
  id: string;
  createdAt: Date;
  status: CampaignEmailStatus;
  emailMethod: EmailMethod;
  recipientName: string;
  recipientTitle: string | null;
  recipientLevel: GovernmentLevel | null;
  recipientParty: string | null;
  recipientEmail: string;
  userName: string | null;
  userEmail: string | null;
  userPostalCode: string | null;
  userCity: string | null;
  locale: Locale;
  source: string | null;
  editedShare: number | null;
  sentAt: Date | null;
  returnedAt: Date | null;
  answeredAt: Date | null;
  handedInAt: Date | null;
  subject: string;
  message: string;
};

const rowsAtOnce = 1_000;

/** Every letter of a campaign, oldest first, read in pieces by key, so that neither memory nor a long transaction grows with their number. */
export async function* streamCampaignLetters(db: Db, campaignId: string): AsyncGenerator<ExportedLetter> {
  let after: { createdAt: Date | null; id: string | null } = { createdAt: null, id: null };
  for (;;) {
    const { rows }: { rows: ExportedLetter[] } = await db.pool.query<ExportedLetter>(
      `SELECT "id", "createdAt", "status", "emailMethod", "recipientName", "recipientTitle", "recipientLevel", "recipientParty",
              "recipientEmail", "userName", "userEmail", "userPostalCode", "userCity", "locale", "source", "editedShare", "sentAt",
              "returnedAt", "answeredAt", "handedInAt", "subject", "message"
       FROM "CampaignEmail"
       WHERE "campaignId" = $1 AND NOT "isTest" AND ($2::timestamptz IS NULL OR ("createdAt", "id") > ($2::timestamptz, $3::uuid))
       ORDER BY "createdAt", "id" LIMIT ${rowsAtOnce}`,
      [campaignId, after.createdAt, after.id],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}
