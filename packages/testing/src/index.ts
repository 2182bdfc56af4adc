export * from "./actors";
export * from "./fakes";
export * from "./test-deps";
