// The three drivers (Prisma over pg, pg itself, postgres.js) wrap PostgreSQL's errors differently; here they look alike.

type DatabaseError = { code: string; constraint: string | null; fields: string[] };

/**
 * Whether `error` is a broken unique rule; with `which`, the one of that name ("CampaignEmail_onceKey_key") or of exactly
 * those fields (["shiftId", "userEmail", "userName"], or "onceKey" for one).
 */
export const isUniqueViolation = (error: unknown, which?: string | string[]): boolean => {
  const seen = readError(error);
  if (seen?.code !== "23505") return false;
  if (which === undefined || which === seen.constraint) return true;
  const fields = Array.isArray(which) ? which : [which];
  if (seen.fields.length > 0) return fields.join() === seen.fields.join();
  return seen.constraint?.endsWith(`_${fields.join("_")}_key`) ?? false;
};

/** Whether `error` points to a row that is not there (or is still pointed to). */
export const isForeignKeyViolation = (error: unknown): boolean => {
  const code = readError(error)?.code;
  return code === "23503" || code === "23001";
};

/** Whether the transaction lost against another one and may simply be run again. */
export const isSerializationFailure = (error: unknown): boolean => {
  const code = readError(error)?.code;
  return code === "40001" || code === "40P01";
};

/** Whether the disk of the database has no room left. */
export const isDatabaseFull = (error: unknown): boolean => readError(error)?.code === "53100";

/** Whether an update or delete by id found no row (Prisma's P2025). */
export const isRowMissing = (error: unknown): boolean => readError(error)?.code === "P2025";

const prismaCodes: Record<string, string> = { P2002: "23505", P2003: "23503", P2034: "40001" };

const readError = (error: unknown): DatabaseError | null => {
  if (!isRecord(error) || typeof error["code"] !== "string") return null;
  const code = prismaCodes[error["code"]];
  if (code !== undefined) return { code, ...readPrismaConstraint(error) };
  const cause = driverCause(error);
  if (typeof cause?.["originalCode"] === "string") return { code: cause["originalCode"], ...readPrismaConstraint(error) };
  const constraint = error["constraint"] ?? error["constraint_name"];
  return { code: error["code"], constraint: typeof constraint === "string" ? constraint : null, fields: [] };
};

const readPrismaConstraint = (error: Record<string, unknown>): Pick<DatabaseError, "constraint" | "fields"> => {
  const constraint = driverCause(error)?.["constraint"];
  if (!isRecord(constraint)) return { constraint: null, fields: [] };
  const { index, fields } = constraint;
  return {
    constraint: typeof index === "string" ? index : null,
    fields: Array.isArray(fields) ? fields.map((field) => String(field).replaceAll('"', "")) : [],
  };
};

const driverCause = (error: Record<string, unknown>): Record<string, unknown> | null => {
  const meta = error["meta"];
  if (!isRecord(meta)) return null;
  const adapterError = meta["driverAdapterError"];
  const cause = isRecord(adapterError) ? adapterError["cause"] : null;
  return isRecord(cause) ? cause : null;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
