export * from "./admin";
export * from "./canvass";
export * from "./public";
