export * from "./apply-visits";
