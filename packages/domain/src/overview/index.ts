export * from "./demo";
