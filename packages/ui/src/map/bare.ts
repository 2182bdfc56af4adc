import "maplibre-gl/dist/maplibre-gl.css";

// The map without the components around it, for pages that are drawn without Mantine.
export { type LiveMap, startMap } from "./start-map";
export type { OpenMap } from "./open-layers";
