import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

/** One mail from a template, waiting or being sent. */
export type TemplateMail = {
  id: string;
  templateKey: string;
  locale: Locale;
  toEmail: string;
  toName: string;
  variables: Record<string, string>;
  attempts: number;
};

export type NewTemplateMail = Omit<TemplateMail, "attempts"> & { onceKey: string | null; createdAt: Date };

/** False when a mail with the same once key was asked for before. */
export const insertTemplateMail = async (db: Db, mail: NewTemplateMail): Promise<boolean> => {
  const { count } = await db.prisma.templateMail.createMany({ data: [mail], skipDuplicates: true });
  return count === 1;
};

export type MailClaim = { id: string; token: string; now: Date };

/** Takes a queued mail for sending, or null when somebody else has it or it is not due. */
export const claimTemplateMail = async (db: Db, { id, token, now }: MailClaim): Promise<TemplateMail | null> => {
  const { count } = await db.prisma.templateMail.updateMany({
    where: { id, status: "QUEUED", OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lte: now } }] },
    data: { status: "SENDING", claimedBy: token, claimedAt: now, handOverStartedAt: null, attempts: { increment: 1 } },
  });
  if (count === 0) return null;
  const row = await db.prisma.templateMail.findUniqueOrThrow({ where: { id } });
  const variables = Object.fromEntries(
    Object.entries(row.variables as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  );
  return {
    id,
    templateKey: row.templateKey,
    locale: row.locale,
    toEmail: row.toEmail,
    toName: row.toName,
    variables,
    attempts: row.attempts,
  };
};

/** Writes down that DATA begins. False when the claim was lost meanwhile: then nothing may leave. */
export const markTemplateMailHandOver = async (db: Db, { id, token, now }: MailClaim): Promise<boolean> => {
  const { count } = await db.prisma.templateMail.updateMany({
    where: { id, status: "SENDING", claimedBy: token },
    data: { handOverStartedAt: now },
  });
  return count === 1;
};

export type TemplateMailOutcome =
  | { status: "SENT"; sentAt: Date; smtpResponse: string; messageId: string }
  | { status: "QUEUED"; nextAttemptAt: Date; smtpResponse: string }
  | { status: "FAILED" | "UNCERTAIN"; smtpResponse: string };

/** Writes how it ended, for whoever holds the claim; the variables, which hold links, go as soon as nobody needs them. */
export const settleTemplateMail = async (db: Db, claim: Omit<MailClaim, "now">, outcome: TemplateMailOutcome): Promise<boolean> => {
  const after = outcome.status === "QUEUED" ? { handOverStartedAt: null } : { variables: {} };
  const { count } = await db.prisma.templateMail.updateMany({
    where: { id: claim.id, claimedBy: claim.token, status: { in: ["SENDING", "UNCERTAIN"] } },
    data: { ...outcome, ...after },
  });
  return count === 1;
};

/** Mails whose holder died: back to the queue when DATA had not begun, UNCERTAIN when it had. */
export const recoverDeadTemplateMails = async (db: Db, { claimedBefore }: { claimedBefore: Date }): Promise<void> => {
  const dead = { status: "SENDING" as const, claimedAt: { lt: claimedBefore } };
  await db.prisma.templateMail.updateMany({ where: { ...dead, handOverStartedAt: null }, data: { status: "QUEUED" } });
  await db.prisma.templateMail.updateMany({
    where: { ...dead, handOverStartedAt: { not: null } },
    data: { status: "UNCERTAIN", variables: {} },
  });
};

/** Due mails that were asked for before `createdBefore`: their first job had its chance. */
export const listDueTemplateMails = async (db: Db, { now, createdBefore }: { now: Date; createdBefore: Date }): Promise<string[]> => {
  const rows = await db.prisma.templateMail.findMany({
    where: { status: "QUEUED", createdAt: { lt: createdBefore }, OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lte: now } }] },
    orderBy: { createdAt: "asc" },
    take: 500,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};
