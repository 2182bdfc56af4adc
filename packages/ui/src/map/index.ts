export { MapView } from "./MapView";
export { type MapContent, type DoorTiles } from "./map-style";
export { boundsOf } from "./bounds";
