export * from "./edit-cuts";
export * from "./export-cuts";
export * from "./read-cuts";
