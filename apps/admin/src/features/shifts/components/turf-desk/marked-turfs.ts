import { letterOf, type TurfAssignment, turfColourAt } from "@cml/domain/map";

/** A turf of a shift with the letter and the colour it has on map, list and paper. */
export type MarkedTurf = TurfAssignment & { letter: string; color: string };

/** Letters go by the order turfs came to the shift, those that are back included: what was A in the morning stays A. */
export const markTurfs = (turfs: readonly TurfAssignment[]): MarkedTurf[] =>
  turfs.map((turf, place) => ({ ...turf, letter: letterOf(place), color: turfColourAt(place) }));
