export * from "./actors";
export * from "./factories";
export * from "./fakes";
export * from "./test-deps";
export * from "./smtp";
export * from "./template-database";
export * from "./test-db";
