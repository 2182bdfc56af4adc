export { brokenTurfs, closeGaps, mergeTurfs, moveSites, splitTurf, turfsBeside } from "./adjust-turfs";
export * from "./cut-site";
export { groupSites, planTurfs, planTurfsInSteps } from "./plan-turfs";
export { barriersOf } from "./barriers-of-lines";
export { turfColours } from "./turf-colours";
export { turfShapes } from "./turf-shapes";
export { paceKmh, type WalkTime, walkTimeOf } from "./walk-time";
export * from "./turf-plan";
