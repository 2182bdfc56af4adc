import type { LatLng } from "../../kernel/geo";

/** A building that automatic cutting gives to a turf. */
export type CutBuilding = LatLng & {
  id: string;
  doors: number;
  address: string;
  /** `Location.streetKey`; empty where the street is not known. */
  streetKey: string;
  civicNumber: number | null;
  /** The polling division it lies in. */
  poll: string | null;
  /** Given for buildings that may be larger than a turf. */
  units?: readonly { id: string; unitNumber: string | null }[];
};

/** What goes to one turf as a whole: all that stands at one point, or (with `addressIds`) some floors of a building larger than a turf. */
export type CutSite = LatLng &
  Pick<CutBuilding, "doors" | "address" | "streetKey" | "civicNumber" | "poll"> & {
    locationIds: string[];
    addressIds: string[] | null;
  };

/** What nobody walks across: a shore, a track, the middle of a major road; [longitude, latitude] each. */
export type CutBarrier = { kind: "water" | "rail" | "road"; line: readonly (readonly number[])[] };

/** "About 60 doors" or "about 120 minutes". */
export type CutTarget = { by: "doors" | "minutes"; amount: number };

/** Doors of a turf may be this share off the target. */
export const cutTolerance = 0.15;

/** How a turf came to its size: `island`, what barriers leave is no multiple of the target; `floors`, part of a large building. */
export type CutTurfKind = "plain" | "island" | "floors";

/** Sites and the turf of each; `ways` are pairs of neighbouring sites, one after another, none across a barrier. */
export type TurfCutting = { sites: CutSite[]; ways: number[]; turfOf: number[]; kinds: CutTurfKind[] };
