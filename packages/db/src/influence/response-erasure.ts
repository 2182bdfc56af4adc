import type { Db } from "../client";
import type { Writer } from "./letter-erasure";

const kind = "RepresentativeResponse";

/** Responses of a writer: under her confirmed address, or to the letters of one receipt. */
export const responsesOf = (writer: Writer) =>
  "email" in writer ? { submittedByEmail: writer.email } : { letter: { receiptTokenHash: writer.receiptTokenHash } };

/** Places of pictures to delete, and of how many responses something was erased. */
type ErasedResponses = { responses: number; pictures: string[] };

/**
 * Erases a writer's part in responses. What stands on a wall are an office's words, which stay with their boxes burnt in and
 * without name, comment and picture; everything else of hers goes. Votes stay counted and belong to nobody.
 */
export const eraseResponses = async (db: Db, writer: Writer, now: Date): Promise<ErasedResponses> => {
  const rows = await db.prisma.representativeResponse.findMany({
    where: { ...responsesOf(writer), officeAnswerId: null },
    select: { id: true, status: true, shownText: true, screenshotUrl: true, screenshotKey: true },
  });
  const kept = rows.filter(({ status, shownText }) => status === "APPROVED" && shownText.trim() !== "").map(({ id }) => id);
  const gone = rows.map(({ id }) => id).filter((id) => !kept.includes(id));
  await forgetWriter(db, kept, now);
  await deleteCounted(db, gone);
  const removed = "email" in writer ? await deleteRemoved(db, writer.email) : [];
  if ("email" in writer) await forgetVotes(db, writer.email);
  return {
    responses: rows.length + removed.length,
    pictures: [...rows.flatMap(({ screenshotUrl, screenshotKey }) => [screenshotUrl, screenshotKey]), ...removed].flatMap(
      (one) => one ?? [],
    ),
  };
};

const forgetWriter = async (db: Db, ids: readonly string[], now: Date): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "RepresentativeResponse" SET
      "submittedByName" = NULL, "submittedByEmail" = NULL, "submittedByUserId" = NULL, "submittedIp" = NULL, "isAnonymous" = true,
      "userComment" = NULL, "shownComment" = NULL, "responseText" = "shownText", "boxes" = '{}', "inboundMessageId" = NULL,
      "screenshotUrl" = NULL, "screenshotKey" = NULL, "screenshotWidth" = NULL, "screenshotHeight" = NULL,
      "submissionId" = NULL, "updatedAt" = ${now}
    WHERE "id" = ANY(${[...ids]}::uuid[])`;
  await db.prisma.$executeRaw`
    UPDATE "ResponseChange" SET "before" = "before" - 'responseText' - 'userComment' - 'boxes', "note" = NULL
    WHERE "responseId" = ANY(${[...ids]}::uuid[])`;
  await db.prisma.responseChange.updateMany({
    where: { responseId: { in: [...ids] }, kind: { in: ["SUBMITTED", "PROPOSED"] } },
    data: { byUserId: null },
  });
};

/** Those on a wall leave the campaign's number with them. */
const deleteCounted = async (db: Db, ids: readonly string[]): Promise<void> => {
  const shown = await db.prisma.representativeResponse.groupBy({
    by: ["campaignId"],
    where: { id: { in: [...ids] }, status: "APPROVED", disputedAt: null, confirmedAt: { not: null } },
    _count: true,
  });
  await db.prisma.counterDelta.createMany({
    data: shown.map(({ campaignId, _count }) => ({ entity: "Campaign", counter: "responseCount", entityId: campaignId, delta: -_count })),
  });
  await db.prisma.representativeResponse.deleteMany({ where: { id: { in: [...ids] } } });
};

/** Snapshots of removed responses; gives their pictures' places. */
const deleteRemoved = async (db: Db, email: string): Promise<(string | null)[]> => {
  const rows = await db.prisma.$queryRaw<{ key: string | null }[]>`
    DELETE FROM "Trash" WHERE "kind" = ${kind} AND "snapshot" ->> 'submittedByEmail' = ${email}
    RETURNING "snapshot" ->> 'screenshotKey' AS key`;
  return rows.map(({ key }) => key);
};

const forgetVotes = async (db: Db, email: string): Promise<void> => {
  await db.prisma.responseUpvote.updateMany({ where: { userEmail: email }, data: { userEmail: null, ipHash: null } });
  await db.prisma.pendingUpvote.deleteMany({ where: { email } });
  await db.prisma.emailVerification.deleteMany({ where: { email, purpose: "RESPONSE" } });
  // Votes for a removed response come back with it, so her address goes from its snapshot too.
  const of = (field: "userEmail" | "email") => JSON.stringify([{ [field]: email }]);
  await db.prisma.$executeRaw`
    UPDATE "Trash" SET "snapshot" = "snapshot" || jsonb_build_object(
      'upvotes', (SELECT coalesce(jsonb_agg(CASE WHEN v ->> 'userEmail' = ${email}
        THEN v || '{"userEmail": null, "ipHash": null}' ELSE v END), '[]') FROM jsonb_array_elements("snapshot" -> 'upvotes') v),
      'pendingUpvotes', (SELECT coalesce(jsonb_agg(v), '[]') FROM jsonb_array_elements("snapshot" -> 'pendingUpvotes') v
        WHERE v ->> 'email' <> ${email}))
    WHERE "kind" = ${kind} AND ("snapshot" -> 'upvotes' @> ${of("userEmail")}::jsonb OR "snapshot" -> 'pendingUpvotes' @> ${of("email")}::jsonb)`;
};
