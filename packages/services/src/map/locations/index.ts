export * from "./create-location";
export * from "./get-location";
export * from "./list-locations";
