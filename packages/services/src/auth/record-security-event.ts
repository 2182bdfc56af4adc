import type { Db } from "@cml/db";
import { type AuditRecord, recordAudit } from "../platform/record-audit";

type SecurityEvent = Pick<AuditRecord, "actor" | "action" | "facts"> & {
  /** The account concerned; null when there is none. */
  userId: string | null;
};

/** Writes down what concerns the safety of an account. */
export const recordSecurityEvent = (db: Db, { userId, ...event }: SecurityEvent): Promise<void> =>
  recordAudit(db, { ...event, entity: "User", entityId: userId });
