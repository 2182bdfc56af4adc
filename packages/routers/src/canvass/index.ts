export * from "./admin";
export * from "./canvass";
