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
  /** When its office said that the writer lives outside its district. */
  notConstituentAt: Date | null;
  subject: string;
  message: string;
};

const rowsAtOnce = 1_000;

/** Every letter of a campaign, oldest first, read in pieces by key, so that neither memory nor a long transaction grows with their number. */
export async function* streamCampaignLetters(db: Db, campaignId: string): AsyncGenerator<ExportedLetter> {
  let after: { createdAt: Date | null; id: string | null } = { createdAt: null, id: null };
  for (;;) {
    const { rows }: { rows: ExportedLetter[] } = await db.pool.query<ExportedLetter>(
      `SELECT e."id", e."createdAt", e."status", e."emailMethod", e."recipientName", e."recipientTitle", e."recipientLevel", e."recipientParty",
              e."recipientEmail", e."userName", e."userEmail", e."userPostalCode", e."userCity", e."locale", e."source", e."editedShare",
              e."sentAt", e."returnedAt", e."answeredAt", e."handedInAt", n."at" AS "notConstituentAt", e."subject", e."message"
       FROM "CampaignEmail" e LEFT JOIN "NotConstituent" n ON n."letterId" = e."id"
       WHERE e."campaignId" = $1 AND NOT e."isTest" AND ($2::timestamptz IS NULL OR (e."createdAt", e."id") > ($2::timestamptz, $3::uuid))
       ORDER BY e."createdAt", e."id" LIMIT ${rowsAtOnce}`,
      [campaignId, after.createdAt, after.id],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}
