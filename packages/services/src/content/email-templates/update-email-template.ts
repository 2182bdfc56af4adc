import { transaction } from "@cml/db";
import { findEmailTemplate, saveEmailTemplate } from "@cml/db/content";
import { type EmailTemplate, sampleValues, templateTexts, type UpdateEmailTemplateInput } from "@cml/domain/content";
import { type Actor, AppError, locales } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { render } from "./render-sample";

/** Saves a wording as a new version; one that could not be filled (unknown variable, open block) is refused. */
export const updateEmailTemplate = (deps: Deps, actor: Actor, input: UpdateEmailTemplateInput): Promise<EmailTemplate> =>
  transaction(deps.db, async (db) => {
    const template = await findEmailTemplate(db, { id: input.id });
    if (template === null) throw new AppError("NOT_FOUND", "template.notFound");
    for (const locale of locales) render(templateTexts(input, locale), template, sampleValues(template.variables, locale));
    return saveEmailTemplate(db, {
      ...input,
      userId: actor.kind === "user" ? actor.userId : null,
      versionId: deps.newId(),
      firstVersionId: deps.newId(),
      now: deps.clock.now(),
    });
  });
