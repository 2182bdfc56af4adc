export { boundsOf } from "./bounds";
export type { DoorColouring } from "./door-marks";
export { DoorLegend } from "./DoorLegend";
export type { MapContent } from "./map-style";
export { MapView } from "./MapView";
