export * from "./actor";
export * from "./app-error";
export * from "./geo";
export * from "./locale";
export * from "./page";
export * from "./postal-code";
export * from "./postal-code-text";
export * from "./text";
