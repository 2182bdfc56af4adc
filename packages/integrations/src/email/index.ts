export { openMailboxFolder, startMailbox, type MailboxEntry, type MailboxFolder, type MailboxMessage } from "./mailbox";
export { createMailer } from "./mailer";
export {
  plainTextToHtml,
  renderTemplate,
  TemplateFault,
  type TemplateTexts,
  type TemplateVariable,
  type Variables,
  variablesIn,
} from "./render";
