export * from "./serve-test-process";
export * from "./test-process";
export * from "./test-redis";
