export * from "./enums";
export * from "./video";
export * from "./video-metadata";
