export * from "./cuts";
export * from "./geocoding";
export * from "./imports";
export * from "./locations";
export * from "./shifts";
export * from "./tiles";
export * from "./turf-assignments";
export * from "./visits";
