import type { Figure } from "../figure";
import { autoCut } from "./auto-cut";

/** The figures of `bench turf`, each by the word `--only` takes; `--rows` makes them smaller. */
export const turfParts: Record<string, (wish: { rows?: number | undefined }) => Promise<Figure[]>> = {
  "auto-cut": autoCut,
};
