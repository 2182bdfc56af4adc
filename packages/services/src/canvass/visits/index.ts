export * from "./list-visits";
export * from "./record-visits";
