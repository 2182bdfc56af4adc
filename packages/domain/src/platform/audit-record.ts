import { z } from "zod";
import { pageInput, pageOf } from "../kernel/page";
import { idSchema, lineSchema } from "../kernel/text";
import { auditKinds, isAuditAction } from "./audit";

export const listAuditInput = pageInput.extend({
  /** Part of the name or the address of whoever did it. */
  search: lineSchema(200, 0).default(""),
  kind: z.enum(auditKinds).nullable().default(null),
  action: z.string().max(80).refine(isAuditAction).nullable().default(null),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

/** One line of the record, as people read it. */
export const auditLineSchema = z.object({
  id: idSchema,
  at: z.date(),
  actorKind: z.enum(["user", "system", "worker", "anonymous"]),
  /** Null when it was nobody's account, or one that is no more. */
  actorName: z.string().nullable(),
  action: z.string(),
  /** The campaign or the account it is about, by name. */
  subject: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type AuditLine = z.infer<typeof auditLineSchema>;
export const auditPageSchema = pageOf(auditLineSchema);
