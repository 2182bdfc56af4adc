export * from "./hand-out-turf";
export * from "./my-turfs";
