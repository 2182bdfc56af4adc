export * from "./edit-cuts";
export * from "./read-cuts";
