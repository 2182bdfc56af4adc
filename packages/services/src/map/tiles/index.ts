export * from "./get-line-tile";
export * from "./get-public-tile";
export * from "./get-staff-tile";
export * from "./watch-tile-counts";
export { type DrawnTile } from "./kept-tiles";
