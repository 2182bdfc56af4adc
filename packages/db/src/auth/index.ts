export * from "./media-workers";
export * from "./one-time-tokens";
export * from "./refresh-tokens";
export * from "./sessions";
export * from "./users";
