import { commonTemplateVariables, systemTemplates } from "@cml/domain/content";
import { otherLocale, type Locale } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import { accountExists, accountInvitation, emailVerification, mailTest, passwordReset } from "./accounts";
import { letterReply } from "./letter-reply";
import { deadlineWarning } from "./deadline";
import { campaignEmail, letterBoxes, letterConfirmation, letterReminder, responseVerification } from "./letters";
import { letterOfficeAnswer, officeAnswerRejected, officeDigest, officeMessage, officeReplyRejected, officeWayIn } from "./offices";
import { letterOutcome, letterOutcomeReminder, letterResult, resultReminder } from "./outcomes";
import { responseApproved, responseConfirmation, responseRejected } from "./responses";
import { shiftCancelled, shiftChanged, shiftRemoved } from "./shift-changes";
import { shiftOffer, shiftOfferEnded } from "./shift-offers";
import { shiftAfterAttended, shiftAfterMissed, shiftDayBefore, shiftSameDay } from "./shift-reminders";
import { shiftDetails, shiftSignupConfirmation } from "./shifts";
import type { TemplateSeed } from "./template-seed";
import { upvoteConfirmation } from "./upvotes";
import { variables } from "./variables";

const templates: TemplateSeed[] = [
  campaignEmail,
  letterConfirmation,
  letterReminder,
  letterBoxes,
  letterReply,
  letterOutcome,
  letterOutcomeReminder,
  letterResult,
  resultReminder,
  responseConfirmation,
  responseApproved,
  responseRejected,
  responseVerification,
  upvoteConfirmation,
  letterOfficeAnswer,
  officeAnswerRejected,
  officeReplyRejected,
  officeWayIn,
  officeDigest,
  officeMessage,
  deadlineWarning,
  shiftSignupConfirmation,
  shiftOffer,
  shiftOfferEnded,
  shiftDayBefore,
  shiftSameDay,
  shiftAfterAttended,
  shiftAfterMissed,
  shiftChanged,
  shiftCancelled,
  shiftRemoved,
  shiftDetails,
  emailVerification,
  passwordReset,
  accountInvitation,
  accountExists,
  mailTest,
];

/** The mails the product sends. A template that exists is left as people wrote it; only variables new to it are added. */
export const seedEmailTemplates = async (db: Db, locale: Locale): Promise<void> => {
  for (const template of templates) await seedTemplate(db, template, locale);
};

const seedTemplate = async ({ prisma }: Db, { key, ...texts }: TemplateSeed, locale: Locale): Promise<void> => {
  const other = otherLocale(locale);
  const { subjectLine, htmlContent, textContent } = texts[locale];
  const translations = { [other]: texts[other] };
  await prisma.emailTemplate.createMany({
    data: [{ key, category: systemTemplates[key].category, isSystem: true, ...texts[locale], translations }],
    skipDuplicates: true,
  });
  const { id, versions } = await prisma.emailTemplate.findUniqueOrThrow({ where: { key }, select: { id: true, versions: { take: 1 } } });
  await prisma.emailTemplateVariable.createMany({ data: variableRows(id, key, locale), skipDuplicates: true });
  if (versions.length > 0) return;
  const first = { templateId: id, versionNumber: 1, subjectLine, htmlContent, textContent, translations };
  await prisma.emailTemplateVersion.createMany({ data: [first], skipDuplicates: true });
};

const variableRows = (templateId: string, template: TemplateSeed["key"], locale: Locale) => {
  const other = otherLocale(locale);
  const { required, optional } = systemTemplates[template];
  const rows = [
    ...[...required, ...commonTemplateVariables.required].map((key) => ({ key, isRequired: true })),
    ...[...optional, ...commonTemplateVariables.optional].map((key) => ({ key, isRequired: false })),
  ];
  return rows.map(({ key, isRequired }, sortOrder) => ({
    templateId,
    key,
    isRequired,
    isConditional: !isRequired,
    sortOrder,
    ...variables[key][locale],
    translations: { [other]: variables[key][other] },
  }));
};
