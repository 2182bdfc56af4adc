import type { Bounds, LatLng } from "@cml/domain/kernel";

/** An area everybody may know of. */
export type AreaView = {
  id: string;
  name: string;
  color: string;
  bounds: Bounds | null;
  /** Null below ten: so few could point at a door. */
  doors: number | null;
  /** 0…1 of its doors visited at least once; null where the doors are too few to tell. */
  share: number | null;
  /** A point inside it, for its name. */
  at: LatLng;
};
