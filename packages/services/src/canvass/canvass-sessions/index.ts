export * from "./abandon-idle-sessions";
export * from "./end-session";
export * from "./hear-phone";
export * from "./list-sessions";
export * from "./start-session";
