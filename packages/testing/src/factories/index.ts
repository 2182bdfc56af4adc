export * from "./auth";
export * from "./influence";
