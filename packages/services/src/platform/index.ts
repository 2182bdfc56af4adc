export * from "./dispatch-outbox";
export * from "./fold-stored-counters";
export * from "./purge-expired";
export * from "./queue-job";
export * from "./record-audit";
export * from "./single-flight";
export { queueTemplateMail, type TemplateMailRequest } from "./queue-template-mail";
export { requireRoom } from "./require-room";
export * from "./mailbox";
