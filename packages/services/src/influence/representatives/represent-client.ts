import type { RepresentAnswer, RepresentBoundary, RepresentBoundaryDetail, RepresentPerson } from "@cml/domain/influence";
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
  listBoundarySets: () => Promise<{ slug: string; name: string; domain: string }[]>;
  /** Every boundary of a set; null when there is no such set. */
  listBoundaries: (setSlug: string) => Promise<RepresentBoundary[] | null>;
  /** Boundaries whose name holds a text; `sets` null: of all sets. */
  searchBoundaries: (input: { name: string; sets: readonly string[] | null }) => Promise<RepresentBoundary[]>;
  boundaryOf: (districtKey: string) => Promise<RepresentBoundaryDetail | null>;
  boundarySetOf: (setSlug: string) => Promise<{ name: string; domain: string; authority: string; licence_url: string } | null>;
  /** Full outline of a boundary, the simplified one where that is too large; GeoJSON as it came. */
  outlineOf: (districtKey: string) => Promise<{ outline: unknown; isSimplified: boolean } | null>;
};
