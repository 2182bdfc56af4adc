export * from "./admin";
export * from "./media";
export * from "./public";
