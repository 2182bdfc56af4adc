export * from "./cancel-import";
export * from "./create-import";
export { getImport, listImports } from "./get-import";
export { ImportInterrupted, type ImportListener } from "./import-run-context";
export * from "./preview-import";
export { runImport, type RunImportInput } from "./run-import";
export * from "./stream-rejected-rows";
