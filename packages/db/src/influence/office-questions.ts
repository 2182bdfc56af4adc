import type { RepresentativeResponse } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";
import { toResponse } from "./responses";

/** A response whose office was asked just now. */
export type AskedResponse = {
  id: string;
  campaignId: string;
  recipientKey: string | null;
  representativeName: string;
  representativeEmail: string;
  shownText: string;
  locale: Locale;
  /** Null: the submitter stays unnamed. */
  submittedBy: string | null;
};

type Asking = { responseId: string; tokenHash: string; at: Date; endsAt: Date };

/** Writes down that the office of a response is asked now, once for all; null where there is nothing to ask or it was asked before. */
export const markOfficeAsked = async (db: Db, { responseId, tokenHash, at, endsAt }: Asking): Promise<AskedResponse | null> => {
  const [row] = await db.prisma.representativeResponse.updateManyAndReturn({
    where: {
      id: responseId,
      status: "APPROVED",
      askOffice: true,
      officeAnswerId: null,
      representativeEmail: { not: null },
      verificationSentAt: null,
      disputedAt: null,
      isVerified: false,
    },
    data: { verificationToken: tokenHash, verificationSentAt: at, verificationEndsAt: endsAt },
  });
  if (row?.representativeEmail === undefined || row.representativeEmail === null) return null;
  const { id, campaignId, recipientKey, representativeName, representativeEmail, shownText, locale, isAnonymous, submittedByName } = row;
  const submittedBy = isAnonymous ? null : submittedByName;
  return { id, campaignId, recipientKey, representativeName, representativeEmail, shownText, locale, submittedBy };
};

/** The language an address asks to be written in, as our sources of representatives know it; null where none does. */
export const findPreferredLocale = async (db: Db, email: string): Promise<Locale | null> => {
  const { rows } = await db.pool.query<{ locale: Locale }>(
    `SELECT "preferredLocale" AS locale FROM "OfficeHolder" WHERE lower("email") = lower($1) AND "preferredLocale" IS NOT NULL
     UNION ALL
     SELECT "preferredLocale" FROM "Representative" WHERE lower("email") = lower($1) AND "preferredLocale" IS NOT NULL
     LIMIT 1`,
    [email],
  );
  return rows[0]?.locale ?? null;
};

/** The response behind a mailed question; `toResponse` keeps the hash to itself. */
export const findResponseOfQuestion = async (db: Db, tokenHash: string): Promise<RepresentativeResponse | null> => {
  const row = await db.prisma.representativeResponse.findUnique({ where: { verificationToken: tokenHash } });
  return row === null ? null : toResponse(row);
};

/** Responses on the wall that are about one office, the newest first; its own answer to everybody is not among them. */
export const listResponsesAbout = async (
  db: Db,
  { campaignId, recipientKey, email, atMost }: { campaignId: string; recipientKey: string; email: string; atMost: number },
): Promise<RepresentativeResponse[]> => {
  const rows = await db.prisma.representativeResponse.findMany({
    where: {
      campaignId,
      status: "APPROVED",
      disputedAt: null,
      confirmedAt: { not: null },
      officeAnswerId: null,
      OR: [{ recipientKey }, { recipientKey: null, representativeEmail: email }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: atMost,
  });
  return rows.map(toResponse);
};
