export * from "./admin";
export * from "./public";
