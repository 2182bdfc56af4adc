export { previewBoundary } from "./preview-boundary";
export { searchBoundaries } from "./search-boundaries";
export * from "./take-boundary";
