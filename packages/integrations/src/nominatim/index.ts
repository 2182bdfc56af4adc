export { createNominatim, type NominatimOptions } from "./client";
export { startNominatimReplay } from "./replay";
