export type { Barrier } from "./barrier-layers";
export { boundsOf } from "./bounds";
export type { DrawingHandle, DrawingTool, MapDrawing } from "./draw/drawing";
export type { DoorColouring } from "./door-marks";
export { DoorLegend } from "./DoorLegend";
export type { MapContent } from "./map-style";
export { MapView } from "./MapView";
