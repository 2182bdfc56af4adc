export * from "./cut-site";
export { groupSites, planTurfs } from "./plan-turfs";
export { turfShapes } from "./turf-shapes";
export { type WalkTime, walkTimeOf } from "./walk-time";
export * from "./turf-plan";
