export * from "./canvass-sessions";
export * from "./sheet-entry";
export * from "./visits";
