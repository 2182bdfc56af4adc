export * from "./enums";
export * from "./session";
export * from "./visit";
