import { findEmailTemplate, listEmailTemplates as listRows, listEmailTemplateVersions } from "@cml/db/content";
import type { EmailTemplate, EmailTemplateSummary, EmailTemplateVersion, ListEmailTemplatesInput } from "@cml/domain/content";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const listEmailTemplates = (deps: Deps, _actor: Actor, input: ListEmailTemplatesInput): Promise<Page<EmailTemplateSummary>> =>
  listRows(deps.db, input);

export const getEmailTemplate = async (deps: Deps, _actor: Actor, { id }: { id: string }): Promise<EmailTemplate> => {
  const template = await findEmailTemplate(deps.db, { id });
  if (template === null) throw new AppError("NOT_FOUND", "template.notFound");
  return template;
};

export const getEmailTemplateVersions = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<EmailTemplateVersion[]> => {
  await getEmailTemplate(deps, actor, { id });
  return listEmailTemplateVersions(deps.db, id);
};
