import type { Geocoded, GeocodeAnswer, LocalAccuracy } from "@cml/domain/map";

/** One place a weak match may be moved to, by the number of the key that takes it. */
export type Choice = {
  key: number;
  latitude: number;
  longitude: number;
  address: string;
  town: string;
  confidence: number;
  provider: Geocoded["provider"];
  accuracy: LocalAccuracy | null;
  /** The building of ours it is; null where it is a point and no more. */
  locationId: string | null;
  /** False where the provider's terms forbid keeping its point. */
  canTake: boolean;
};

const mostKeys = 9;

/** The surest first; a point is never surer than the stored one it stands on. */
export const choicesOf = ({ local, others }: GeocodeAnswer): Choice[] => {
  const own = local.map((one) => ({
    latitude: one.latitude,
    longitude: one.longitude,
    address: one.address,
    town: townOf(one),
    confidence: Math.min(one.confidence, one.pointConfidence ?? 100),
    provider: "LOCAL" as const,
    accuracy: one.accuracy,
    locationId: one.locationId,
    canTake: true,
  }));
  const outside = others.map((one) => ({
    latitude: one.latitude,
    longitude: one.longitude,
    address: one.address,
    town: townOf(one),
    confidence: one.confidence,
    provider: one.provider,
    accuracy: null,
    locationId: null,
    canTake: one.mayStore,
  }));
  return [...own, ...outside]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, mostKeys)
    .map((one, index) => ({ ...one, key: index + 1 }));
};

type Place = { municipality: string | null; province: string | null; postalCode: string | null };
const townOf = ({ municipality, province, postalCode }: Place): string => [municipality, province, postalCode].filter(Boolean).join(", ");
