export * from "./audit";
export * from "./audit-record";
export * from "./counter";
export * from "./data-credit";
export * from "./event";
export * from "./mail-sending";
