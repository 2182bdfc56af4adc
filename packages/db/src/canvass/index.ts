export * from "./paper-visits";
export * from "./printed-sheets";
export * from "./sessions";
export * from "./visits";
