export { getBulk, resumeBulk, runBulk, startBulk, undoBulk } from "./bulk-locations";
export * from "./create-location";
export {
  cancelDuplicateScan, getDuplicateScan, resumeDuplicateScan, runDuplicateScan, ScanInterrupted, startDuplicateScan,
} from "./duplicate-scans"; // prettier-ignore
export { dismissDuplicate, listDuplicates } from "./duplicates";
export { addResident, removeResident, restoreResident, updateResident } from "./edit-residents";
export { addUnits, removeUnit, restoreUnit, updateUnit } from "./edit-units";
export { exportFormats, exportLocations } from "./export-locations";
export { getLocation } from "./get-location";
export * from "./list-locations";
export { locateLocation } from "./locate-location";
export * from "./merge-locations";
export * from "./move-location";
export * from "./update-location";
