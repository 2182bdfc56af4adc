export * from "./map-settings";
export * from "./site-settings";
