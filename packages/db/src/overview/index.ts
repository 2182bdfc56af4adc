export * from "./delete-demo";
export * from "./demo-state";
export * from "./describe-database";
export * from "./insert-demo";
export * from "./insert-demo-wall";
