import type { Figure } from "../figure";
import { autoCut } from "./auto-cut";
import { countInside } from "./count-inside";
import { membership } from "./membership";
import { lastPlaces } from "./places";
import { walkSheet } from "./walk-sheet";

/** The figures of `bench turf`, each by the word `--only` takes; `--rows` makes them smaller. */
export const turfParts: Record<string, (wish: { rows?: number | undefined }) => Promise<Figure[]>> = {
  count: countInside,
  "auto-cut": autoCut,
  membership,
  places: lastPlaces,
  sheet: walkSheet,
};
