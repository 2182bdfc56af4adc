import type { RepresentAnswer, RepresentBoundary, RepresentPerson } from "@cml/domain/influence";
import type { LatLng } from "@cml/domain/kernel";

/** The Represent API (or a server that replays it). Every call throws AppError("UPSTREAM") when it cannot answer. */
export type RepresentClient = {
  /** One postal code, upper case without a space; null when Represent does not know it. */
  lookUp: (postalCode: string) => Promise<RepresentAnswer | null>;
  /** Everybody in one representative set; null when there is no such set. */
  listCouncil: (setSlug: string) => Promise<RepresentPerson[] | null>;
  listSets: () => Promise<{ slug: string; name: string }[]>;
  boundariesAt: (point: LatLng) => Promise<RepresentBoundary[]>;
  peopleAt: (point: LatLng) => Promise<RepresentPerson[]>;
  /** Simplified outline of a district, GeoJSON as it came; null when there is none. */
  shapeOf: (districtKey: string) => Promise<unknown>;
};
