/** What was done: `<noun>.<verb>`, for example `campaign.publish`. */
export type AuditAction = `${string}.${string}`;

/** Ids, counts, states and field names; never personal data. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
