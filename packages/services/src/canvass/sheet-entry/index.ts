export * from "./list-sheets";
export * from "./open-sheet";
export * from "./type-sheet";
