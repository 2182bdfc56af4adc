export * from "./enums";
export * from "./paper-time";
export * from "./session";
export * from "./sheet-entry";
export * from "./visit";
