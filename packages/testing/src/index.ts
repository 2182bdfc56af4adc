export * from "./actors";
export * from "./fakes";
export * from "./test-deps";
export * from "./smtp-sink";
export * from "./template-database";
export * from "./test-db";
