import type { EmailTemplate, RenderedMail } from "@cml/domain/content";
import { AppError } from "@cml/domain/kernel";
import { renderTemplate, TemplateFault } from "@cml/integrations/email";

/** Fills a wording, saying what is wrong with it as INVALID. */
export const render = (texts: RenderedMail, template: Pick<EmailTemplate, "variables">, values: Record<string, string>): RenderedMail => {
  try {
    const declared = template.variables.map(({ key, isRequired }) => ({ key, required: isRequired }));
    return renderTemplate(texts, declared, values);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    throw new AppError("INVALID", `template.${error.reason}`, { detail: error.detail });
  }
};
