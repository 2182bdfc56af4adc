export * from "./audit";
export * from "./counter";
export * from "./event";
export * from "./mail-sending";
