export * from "./auth";
export * from "./influence";
export * from "./map";
