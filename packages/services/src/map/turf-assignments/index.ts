export { givePlannedTurf, handOutTurf, returnTurf } from "./hand-out-turf";
export * from "./my-turfs";
export * from "./split-turf";
export { countTurf, getTurfFilter, setTurfFilter } from "./turf-filter";
