import {
  emailTemplateIdInput,
  emailTemplatePageSchema,
  emailTemplateSchema,
  emailTemplateVersionSchema,
  listEmailTemplatesInput,
  previewEmailTemplateInput,
  renderedMailSchema,
  testedMailSchema,
  testEmailTemplateInput,
  updateEmailTemplateInput,
} from "@cml/domain/content";
import { sendTestMailInput, testMailResultSchema } from "@cml/domain/settings";
import {
  getEmailTemplate,
  getEmailTemplateVersions,
  listEmailTemplates,
  previewEmailTemplate,
  sendTestEmailTemplate,
  sendTestMail,
  updateEmailTemplate,
} from "@cml/services/content";
import { procedureFor, router } from "../../trpc/procedures";

export const emailTemplatesAdminRouter = router({
  list: procedureFor("template.view")
    .input(listEmailTemplatesInput)
    .output(emailTemplatePageSchema)
    .query(({ ctx, input }) => listEmailTemplates(ctx.deps, ctx.actor, input)),
  get: procedureFor("template.view")
    .input(emailTemplateIdInput)
    .output(emailTemplateSchema)
    .query(({ ctx, input }) => getEmailTemplate(ctx.deps, ctx.actor, input)),
  versions: procedureFor("template.view")
    .input(emailTemplateIdInput)
    .output(emailTemplateVersionSchema.array())
    .query(({ ctx, input }) => getEmailTemplateVersions(ctx.deps, ctx.actor, input)),
  update: procedureFor("template.edit")
    .input(updateEmailTemplateInput)
    .output(emailTemplateSchema)
    .mutation(({ ctx, input }) => updateEmailTemplate(ctx.deps, ctx.actor, input)),
  preview: procedureFor("template.view")
    .input(previewEmailTemplateInput)
    .output(renderedMailSchema)
    .query(({ ctx, input }) => previewEmailTemplate(ctx.deps, ctx.actor, input)),
  sendTest: procedureFor("template.edit")
    .input(testEmailTemplateInput)
    .output(testedMailSchema)
    .mutation(({ ctx, input }) => sendTestEmailTemplate(ctx.deps, ctx.actor, input)),
  /** Proves the mail settings with the template "mail-test"; the settings ask for it. */
  sendTestMail: procedureFor("settings.edit")
    .input(sendTestMailInput)
    .output(testMailResultSchema)
    .mutation(({ ctx, input }) => sendTestMail(ctx.deps, ctx.actor, input)),
});
