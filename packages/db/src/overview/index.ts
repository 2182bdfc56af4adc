export * from "./delete-demo";
export * from "./demo-state";
export * from "./insert-demo";
