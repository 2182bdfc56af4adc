import type { District, Representative } from "@cml/domain/influence";
import type { GovernmentLevel } from "@cml/domain/influence";
import type { LatLng } from "@cml/domain/kernel";

/** What one source knows of a place. */
export type SourceAnswer = {
  /** Empty where the source does not say. */
  city: string;
  province: string;
  centroid: LatLng | null;
  /** Current districts the place lies in. */
  districts: District[];
  /** Who sits for them, empty seats included. */
  people: Representative[];
  /** Levels this source answers for here; others are left to the next source. */
  levels: GovernmentLevel[];
  fetchedAt: Date;
  stale: boolean;
};

/** Who represents a place, asked of one directory. Both questions throw AppError("UPSTREAM") when it cannot answer. */
export type RepresentativeSource = {
  id: string;
  /** By postal code or ZIP; null when the source knows nothing of it. */
  findByCode: (code: string) => Promise<SourceAnswer | null>;
  /** By a point, for a street; null when the source cannot or knows nothing there. `code` is the place's postal code. */
  findByPoint: (point: LatLng, code: string) => Promise<SourceAnswer | null>;
};
