import type { LocalCandidate } from "@cml/domain/map";

/** A building somebody of a list may live in, by the number of the key that takes it. */
export type DoorChoice = LocalCandidate & { key: number; locationId: string };

const mostKeys = 9;

/** Buildings only, the surest first: a guess at a street is no door. The same door is offered once. */
export const doorChoicesOf = (candidates: readonly LocalCandidate[]): DoorChoice[] => {
  const seen = new Set<string>();
  const doors = candidates.filter((one): one is LocalCandidate & { locationId: string } => {
    const key = `${one.locationId}|${one.addressId}`;
    if (one.locationId === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return doors
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, mostKeys)
    .map((one, index) => ({ ...one, key: index + 1 }));
};

export const townOf = ({ municipality, province, postalCode }: Pick<LocalCandidate, "municipality" | "province" | "postalCode">): string =>
  [municipality, province, postalCode].filter(Boolean).join(", ");
