import {
  type EmailTemplate,
  type EmailTemplateSummary,
  type EmailTemplateVersion,
  type ListEmailTemplatesInput,
  emailTemplateSchema,
  emailTemplateSummarySchema,
  emailTemplateVersionSchema,
} from "@cml/domain/content";
import { type Locale, type Page, sliceOf, type Translations } from "@cml/domain/kernel";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

const withVariables = { variables: { orderBy: [{ sortOrder: "asc" }, { key: "asc" }] } } satisfies Prisma.EmailTemplateInclude;

export const findEmailTemplate = async (db: Db, by: { id: string } | { key: string }): Promise<EmailTemplate | null> => {
  const row = await db.prisma.emailTemplate.findUnique({ where: by, include: withVariables });
  return row === null ? null : emailTemplateSchema.parse(row);
};

/** Names of templates in both languages, by their keys. */
export const listEmailTemplateNames = async (
  db: Db,
  keys: readonly string[],
): Promise<{ key: string; name: string; translations: Translations | null }[]> => {
  const rows = await db.prisma.emailTemplate.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, name: true, translations: true },
  });
  return emailTemplateSchema.pick({ key: true, name: true, translations: true }).array().parse(rows);
};

export const listEmailTemplates = async (db: Db, input: ListEmailTemplatesInput): Promise<Page<EmailTemplateSummary>> => {
  const { search, category, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.EmailTemplateWhereInput = {
    ...(category === null ? {} : { category }),
    ...(search === "" ? {} : { OR: [{ name: contains }, { key: contains }, { subjectLine: contains }] }),
  };
  const [rows, total] = await Promise.all([
    db.prisma.emailTemplate.findMany({ where, orderBy: [{ category: "asc" }, { name: "asc" }], skip: offset, take: limit }),
    db.prisma.emailTemplate.count({ where }),
  ]);
  return { items: emailTemplateSummarySchema.array().parse(rows), total, page, pageSize };
};

export const listEmailTemplateVersions = async (db: Db, templateId: string): Promise<EmailTemplateVersion[]> =>
  emailTemplateVersionSchema
    .array()
    .parse(await db.prisma.emailTemplateVersion.findMany({ where: { templateId }, orderBy: { versionNumber: "desc" }, take: 100 }));

export type TemplateWording = {
  id: string;
  subjectLine: string;
  htmlContent: string;
  textContent: string;
  translations: Translations | null;
  changeNotes: string | null;
  userId: string | null;
  versionId: string;
  now: Date;
};

/**
 * Saves a wording and its version. The row lock makes version numbers follow one another. A template without a version yet
 * (just seeded) first keeps what it said, as version 1, so that nothing is ever lost.
 */
export const saveEmailTemplate = async (db: Db, wording: TemplateWording & { firstVersionId: string }): Promise<EmailTemplate> => {
  const { id, changeNotes, userId, versionId, firstVersionId, now, translations, ...texts } = wording;
  await db.prisma.$queryRaw`SELECT 1 FROM "EmailTemplate" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const { _max } = await db.prisma.emailTemplateVersion.aggregate({ where: { templateId: id }, _max: { versionNumber: true } });
  let versionNumber = _max.versionNumber ?? 0;
  if (versionNumber === 0) {
    const before = await db.prisma.emailTemplate.findUniqueOrThrow({ where: { id } });
    const { subjectLine, htmlContent, textContent, createdAt, translations: old } = before;
    versionNumber = 1;
    await db.prisma.emailTemplateVersion.create({
      data: {
        id: firstVersionId,
        templateId: id,
        versionNumber,
        subjectLine,
        htmlContent,
        textContent,
        translations: old ?? Prisma.DbNull,
        createdAt,
      },
    });
  }
  const stored = translations ?? Prisma.DbNull;
  await db.prisma.emailTemplateVersion.create({
    data: {
      id: versionId,
      templateId: id,
      versionNumber: versionNumber + 1,
      ...texts,
      translations: stored,
      changeNotes,
      createdByUserId: userId,
      createdAt: now,
    },
  });
  const row = await db.prisma.emailTemplate.update({
    where: { id },
    data: { ...texts, translations: stored, updatedByUserId: userId, updatedAt: now },
    include: withVariables,
  });
  return emailTemplateSchema.parse(row);
};

export type TemplateTest = {
  id: string;
  templateId: string;
  recipientEmail: string;
  testData: Record<string, string>;
  success: boolean;
  errorMessage: string | null;
  messageId: string;
  sentByUserId: string | null;
  sentAt: Date;
  locale: Locale;
};
export const insertTemplateTest = async (db: Db, test: TemplateTest): Promise<void> => {
  await db.prisma.emailTemplateTestLog.create({ data: test });
};
