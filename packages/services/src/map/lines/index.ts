export * from "./import-lines";
export * from "./undo-lines";
