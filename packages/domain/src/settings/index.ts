export * from "./basemap-style";
export * from "./inbound";
export * from "./mail-test";
export * from "./map-settings";
export * from "./setup";
export * from "./site-settings";
export * from "./smtp";
export * from "./update-site-settings";
