export { mapPage } from "./map-page";
export type { AreaView } from "./model";
