import type { ReplyOutcome, ReplyReport } from "@cml/domain/influence";
import type { Db } from "../client";

export type NewLetterReport = {
  letterId: string;
  outcome: ReplyOutcome;
  /** The day the answer came, YYYY-MM-DD; null where nobody said. */
  repliedOn: string | null;
  at: Date;
  /** Set where the writer answered our question; her own word goes before what we conclude. */
  followUpId?: string;
};

/**
 * Writes down what became of a letter; one report a letter. What its writer said of it is never changed by a report without
 * a follow-up, except from "no reply" to one. A letter that is gone reports nothing.
 */
export const reportLetter = async (db: Db, { letterId, outcome, repliedOn, at, followUpId }: NewLetterReport): Promise<void> => {
  await db.prisma.$executeRaw`
    INSERT INTO "LetterReport" AS r ("id", "letterId", "followUpId", "campaignId", "recipientKey", "outcome", "repliedOn", "reportedAt")
    SELECT gen_random_uuid(), e."id", ${followUpId ?? null}::uuid, e."campaignId", e."recipientKey", ${outcome}::"ReplyOutcome",
           ${repliedOn}::date, ${at}
    FROM "CampaignEmail" e WHERE e."id" = ${letterId}::uuid AND NOT e."isTest"
    ON CONFLICT ("letterId") DO UPDATE SET
      "outcome" = excluded."outcome", "repliedOn" = CASE WHEN excluded."followUpId" IS NULL THEN coalesce(excluded."repliedOn", r."repliedOn") ELSE excluded."repliedOn" END,
      "reportedAt" = excluded."reportedAt", "followUpId" = coalesce(excluded."followUpId", r."followUpId")
    WHERE excluded."followUpId" IS NOT NULL OR r."followUpId" IS NULL
       OR (r."outcome" = 'NOTHING' AND excluded."outcome" IN ('ANSWERED', 'NOT_SATISFACTORY'))`;
};

/** What is reported of letters, by letter. */
export const listLetterReports = async (db: Db, letterIds: readonly string[]): Promise<Map<string, ReplyReport>> => {
  const rows = await db.prisma.letterReport.findMany({
    where: { letterId: { in: [...letterIds] } },
    select: { letterId: true, outcome: true, repliedOn: true, reportedAt: true },
  });
  return new Map(
    rows.map(({ letterId, outcome, repliedOn, reportedAt }) => [
      letterId,
      { outcome, repliedOn: repliedOn?.toISOString().slice(0, 10) ?? null, reportedAt },
    ]),
  );
};
