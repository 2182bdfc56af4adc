export * from "./import-boundaries";
export * from "./import-representatives";
export { undoLocalImport } from "./undo-local-import";
