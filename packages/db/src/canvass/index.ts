export * from "./sessions";
export * from "./visits";
