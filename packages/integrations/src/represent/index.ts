export { createRepresentClient, type RepresentOptions } from "./client";
export { type RepresentReplay, replayTrouble, startRepresentReplay } from "./replay";
