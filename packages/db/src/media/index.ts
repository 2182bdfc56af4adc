export * from "./media-jobs";
export * as mediaTables from "./schema";
export * from "./videos";
