import type { Db } from "@cml/db";
import {
  type EditableLocation,
  type EditMark,
  holdCutShapesIn,
  insertHistory,
  listCutShapes,
  recountCutsIn,
  replaceMembership,
  updateLocationRows,
} from "@cml/db/map";
import { distanceM, type LatLng } from "@cml/domain/kernel";
import { cutFinder, type GeocodeProvider, type LocationHistoryAction } from "@cml/domain/map";
import type { Deps } from "../../deps";

/** Where a building is to stand; null provider and confidence are a person's own word. */
export type NewPoint = LatLng & { confidence: number | null; provider: GeocodeProvider | null };
type Placing = {
  before: EditableLocation;
  to: NewPoint;
  action: Extract<LocationHistoryAction, "GEOCODED" | "BULK_GEOCODED" | "MOVED_ON_MAP">;
  /** When a person looked at it; null where only a machine did. */
  reviewedAt: Date | null;
  mark: EditMark;
};

/** Areas must be held before buildings are, as everybody does it. */
export const holdAreas = holdCutShapesIn;

/** Gives a held building another point: its areas, its history with what stood before, so that it can be put back. */
export const placeLocation = async (
  db: Db,
  deps: Pick<Deps, "newId">,
  { before, to, action, reviewedAt, mark }: Placing,
): Promise<void> => {
  const change = {
    latitude: rounded(to.latitude),
    longitude: rounded(to.longitude),
    geocodeConfidence: to.confidence,
    geocodeProvider: to.provider,
    geocodeReviewedAt: reviewedAt,
  };
  await updateLocationRows(db, { ids: [before.id], change, street: null, mark });
  if (distanceM(before, change) > 0) {
    const cutIds = cutFinder(await listCutShapes(db))(change);
    await recountCutsIn(db, await replaceMembership(db, before.id, cutIds));
  }
  const entry = {
    id: deps.newId(),
    locationId: before.id,
    action,
    field: "point",
    oldValue: pointText(before),
    newValue: pointText(change),
  };
  await insertHistory(db, [{ ...entry, metadata: metadataOf(before) }], mark);
};

const metadataOf = ({ latitude, longitude, geocodeConfidence, geocodeProvider }: EditableLocation): Record<string, string | number> => ({
  latitude,
  longitude,
  ...(geocodeConfidence === null ? {} : { confidence: geocodeConfidence }),
  ...(geocodeProvider === null ? {} : { provider: geocodeProvider }),
});

type Described = LatLng & { geocodeConfidence: number | null; geocodeProvider: GeocodeProvider | null };

/** `53.540500, -113.499000 (LOCAL 96)`: what history shows. */
export const pointText = ({ latitude, longitude, geocodeConfidence, geocodeProvider }: Described): string => {
  const point = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
  return geocodeProvider === null || geocodeConfidence === null ? point : `${point} (${geocodeProvider} ${geocodeConfidence})`;
};

/** About a centimetre: what the column keeps. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
