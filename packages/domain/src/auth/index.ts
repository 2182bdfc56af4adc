export * from "./permissions";
export * from "./user";
