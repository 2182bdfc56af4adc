import { boxesSchema, isShownResponse, type RepresentativeResponse } from "@cml/domain/influence";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { addCounterDelta } from "../platform/counters";

type Row = Prisma.RepresentativeResponseGetPayload<object>;

const dayOf = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));
const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** A row as the domain knows it. */
export const toResponse = (row: Row): RepresentativeResponse => ({
  ...row,
  repliedOn: dayOf(row.repliedOn),
  boxes: boxesSchema.parse(row.boxes),
});

type Optional =
  | "representativeTitle" | "representativeEmail" | "recipientKey" | "partyName" | "userComment" | "shownComment" | "boxes"
  | "screenshotUrl" | "screenshotKey" | "screenshotWidth" | "screenshotHeight" | "submittedByUserId" | "submittedByName"
  | "submittedByEmail" | "submittedIp" | "isAnonymous" | "byStaff" | "submissionId" | "letterId" | "inboundMessageId"
  | "officeAnswerId" | "repliedOn" | "daysToReply" | "confirmedAt" | "askOffice"; // prettier-ignore

/** A response before anybody decided about it. */
export type NewResponse = Pick<
  RepresentativeResponse,
  | "id" | "campaignId" | "campaignSlug" | "representativeName" | "representativeLevel" | "responseType" | "responseText" | "shownText"
  | "locale" | "createdAt" // prettier-ignore
> &
  Partial<Pick<RepresentativeResponse, Optional>>;

/** False when it is there already: the same submission, mail or office answer came twice. */
export const insertResponse = async (db: Db, { repliedOn = null, ...response }: NewResponse): Promise<boolean> => {
  const { count } = await db.prisma.representativeResponse.createMany({
    data: [{ ...response, repliedOn: dateOf(repliedOn), updatedAt: response.createdAt }],
    skipDuplicates: true,
  });
  return count === 1;
};

export const findResponse = async (db: Db, id: string): Promise<RepresentativeResponse | null> => {
  const row = await db.prisma.representativeResponse.findUnique({ where: { id } });
  return row === null ? null : toResponse(row);
};

/** The same, holding the row until the transaction ends: two decisions follow one another. */
export const findResponseForUpdate = async (db: Db, id: string): Promise<RepresentativeResponse | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "RepresentativeResponse" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findResponse(db, id);
};

export const findResponseOfSubmission = async (db: Db, submissionId: string): Promise<RepresentativeResponse | null> => {
  const row = await db.prisma.representativeResponse.findUnique({ where: { submissionId } });
  return row === null ? null : toResponse(row);
};

export type ResponseChanges = Partial<Omit<RepresentativeResponse, "id" | "campaignId" | "createdAt" | "upvoteCount">> & {
  updatedAt: Date;
};

/**
 * Changes a row. Whether it may stand on a wall is counted in the campaign's number in the same transaction, whoever changes it.
 * Call it inside a transaction that holds the row (`findResponseForUpdate`).
 */
export const updateResponse = async (db: Db, id: string, { repliedOn, ...changes }: ResponseChanges): Promise<RepresentativeResponse> => {
  const before = await db.prisma.representativeResponse.findUniqueOrThrow({ where: { id }, select: shownBy });
  const data = { ...changes, ...(repliedOn === undefined ? {} : { repliedOn: dateOf(repliedOn) }) };
  const after = toResponse(await db.prisma.representativeResponse.update({ where: { id }, data }));
  await countShown(db, after.campaignId, Number(isShownResponse(after)) - Number(isShownResponse(before)));
  return after;
};

const shownBy = { status: true, disputedAt: true, confirmedAt: true } as const;

/** Adds to the number of responses on the campaign's wall. */
export const countShown = async (db: Db, campaignId: string, delta: number): Promise<void> => {
  if (delta !== 0) await addCounterDelta(db, { counter: "Campaign.responseCount", entityId: campaignId, delta });
};

type PictureRead = { responseId: string; screenshotKey: string; isUnread: boolean };

/** Notes whether the machine could read the picture a response still has; nothing of the response changes with it. */
export const setPictureUnread = async (db: Db, { responseId, screenshotKey, isUnread }: PictureRead): Promise<void> => {
  await db.prisma.representativeResponse.updateMany({
    where: { id: responseId, screenshotKey, screenshotUnread: !isUnread },
    data: { screenshotUnread: isUnread },
  });
};
