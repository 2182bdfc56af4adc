import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { pageInput } from "../kernel/page";
import { idSchema } from "../kernel/text";
import { canvassSessionStatuses } from "./enums";
import { uploadGraceMs } from "./visit";

export const canvassSessionSchema = z.object({
  id: idSchema,
  userId: idSchema,
  cutId: idSchema.nullable(),
  shiftId: idSchema.nullable(),
  turfAssignmentId: idSchema.nullable(),
  status: z.enum(canvassSessionStatuses),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  lastActivityAt: z.date(),
});
export type CanvassSession = z.infer<typeof canvassSessionSchema>;

/** A session as the organiser watches it. */
export const watchedSessionSchema = canvassSessionSchema.extend({
  userName: z.string(),
  cutName: z.string().nullable(),
  visits: z.int(),
});
export type WatchedSession = z.infer<typeof watchedSessionSchema>;

/** The id is made on the phone (UUIDv7), so that starting twice without an answer is one session. */
export const startSessionInput = z.object({
  id: idSchema,
  assignmentId: idSchema,
  start: latLngSchema.nullable().default(null),
  /** Field time: a session may begin where there is no signal. */
  startedAt: z.date(),
});
export type StartSessionInput = z.infer<typeof startSessionInput>;

/** What a phone says of itself while it walks: how many records it still holds. */
export const hearPhoneInput = z.object({ id: idSchema, unsent: z.int().min(0).max(100_000) });
export type HearPhoneInput = z.infer<typeof hearPhoneInput>;

export const endSessionInput = z.object({ id: idSchema, endedAt: z.date() });
export type EndSessionInput = z.infer<typeof endSessionInput>;

export const listSessionsInput = pageInput.extend({
  status: z.enum(canvassSessionStatuses).nullable().default(null),
  cutId: idSchema.nullable().default(null),
});
export type ListSessionsInput = z.infer<typeof listSessionsInput>;

const idleLimitMs = 12 * 60 * 60 * 1000;

/** The last moment of activity from which an ACTIVE session still counts as walked. */
export const abandonedBefore = (now: Date): Date => new Date(now.getTime() - idleLimitMs);

/** An ACTIVE session with no sign of life for twelve hours. */
export const isAbandoned = (session: Pick<CanvassSession, "status" | "lastActivityAt">, now: Date): boolean =>
  session.status === "ACTIVE" && session.lastActivityAt.getTime() <= abandonedBefore(now).getTime();

/** Whether a session begun at that moment is taken: before the account ended, and no later than two weeks after that. */
export const mayBeginSession = (startedAt: Date, { now, accountEndedAt }: { now: Date; accountEndedAt: Date | null }): boolean =>
  accountEndedAt === null || (startedAt <= accountEndedAt && now.getTime() - accountEndedAt.getTime() <= uploadGraceMs);
