export * from "./keep-turfs";
export * from "./run-turf-plan";
export * from "./turf-plans";
