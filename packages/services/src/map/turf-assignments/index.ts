export { givePlannedTurf, handOutTurf, returnTurf } from "./hand-out-turf";
export * from "./hand-out-turfs";
export * from "./my-turfs";
export * from "./pass-turf";
export * from "./shift-ground";
export * from "./split-turf";
export { countTurf, countTurfFacets, getTurfFilter, setTurfFilter } from "./turf-filter";
