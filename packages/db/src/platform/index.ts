export * from "./audit-entries";
export * from "./coordination";
export * from "./counters";
export * from "./email-log";
export * from "./expired";
export * from "./outbox";
export * from "./template-mails";
export * from "./register-releases";
