export * from "./canvass-sessions";
export * from "./visits";
