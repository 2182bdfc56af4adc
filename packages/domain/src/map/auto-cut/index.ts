export { brokenTurfs, closeGaps, mergeTurfs, moveSites, nearestTurfs, splitTurf, turfsBeside, turfsBesideSites } from "./adjust-turfs";
export * from "./cut-site";
export { groupSites, planTurfs, planTurfsInSteps } from "./plan-turfs";
export { barriersOf } from "./barriers-of-lines";
export { turfColourAt, turfColours } from "./turf-colours";
export { turfShapes } from "./turf-shapes";
export { doorsIn, usualPace, type WalkTime, walkTimeOf } from "./walk-time";
export * from "./turf-plan";
