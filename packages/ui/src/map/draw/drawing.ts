import type { LatLng } from "@cml/domain/kernel";
import type { DrawnRing } from "@cml/domain/map";
import type { Position } from "geojson";
import type { RefObject } from "react";

/** What the pointer does: draws another part, cuts a hole, or moves corners of what is there. */
export type DrawingTool = "part" | "hole" | "shape";

export type DrawingHandle = {
  /** Takes the last corner of a line that is not closed yet back; false when none is being drawn. */
  undoCorner: () => boolean;
  redoCorner: () => boolean;
  /** Marks the next corner of the chosen line, or the one before. */
  stepCorner: (by: 1 | -1) => boolean;
  /** Takes the marked corner away; false when none is marked, or the line has no more than three. */
  removeCorner: () => boolean;
};

export type MapDrawing = {
  /** What stands; another array replaces what is on the map. */
  rings: DrawnRing[];
  tool: DrawingTool;
  /** Lines of other turfs: corners near them come to lie on them. */
  neighbours: readonly (readonly Position[])[];
  /** Where something is wrong, with what to call it. */
  trouble: (LatLng & { label: string }) | null;
  /** `isSettled`: a line was closed or a corner let go; before that it is only on its way. */
  onChange: (rings: DrawnRing[], isSettled: boolean) => void;
  onSelect: (ringId: string | null) => void;
  /** Whether a corner is marked. */
  onCorner?: (isMarked: boolean) => void;
  handle: RefObject<DrawingHandle | null>;
};
