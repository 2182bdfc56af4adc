import type { DoorTiles } from "@cml/ui/map";

/** One object for the whole app: a new one would make every map fetch its tiles again. */
export const doorTiles: DoorTiles = { url: `${window.location.origin}/tiles/staff/{z}/{x}/{y}.mvt` };
