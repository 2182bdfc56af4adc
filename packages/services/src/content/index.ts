export * from "./email-templates/list-email-templates";
export * from "./email-templates/preview-email-template";
export * from "./email-templates/update-email-template";
export * from "./landing-pages/landing-pages";
export * from "./page-blocks/list-page-blocks";
export { sendTemplateMail } from "./template-mails/send-template-mail";
export { sendTestMail } from "./template-mails/send-test-mail";
