import type { GeocoderSetting, UpdateGeocodersInput } from "@cml/domain/map";

/** One provider as its form holds it; empty texts and numbers are what is not set. */
export type GeocoderDraft = {
  provider: GeocoderSetting["provider"];
  isEnabled: boolean;
  baseUrl: string;
  /** Typed anew; empty leaves the stored one. */
  key: string;
  forgetsKey: boolean;
  perMinute: number | "";
  perDay: number | "";
};

export const draftsOf = (stored: readonly GeocoderSetting[]): GeocoderDraft[] =>
  stored.map(({ provider, isEnabled, baseUrl, perMinute, perDay }) => ({
    provider,
    isEnabled,
    baseUrl: baseUrl ?? "",
    key: "",
    forgetsKey: false,
    perMinute,
    perDay: perDay ?? "",
  }));

/** The key as the server wants it: left out, forgotten, or another. */
export const keyOf = ({ key, forgetsKey }: GeocoderDraft): { key?: string | null } =>
  key.trim() !== "" ? { key: key.trim() } : forgetsKey ? { key: null } : {};

export const inputOf = (drafts: readonly GeocoderDraft[]): UpdateGeocodersInput => ({
  geocoders: drafts.map((draft) => ({
    provider: draft.provider,
    isEnabled: draft.isEnabled,
    baseUrl: draft.baseUrl.trim() === "" ? null : draft.baseUrl.trim(),
    perMinute: draft.perMinute === "" ? 60 : draft.perMinute,
    perDay: draft.perDay === "" ? null : draft.perDay,
    ...keyOf(draft),
  })),
});

/** The same with the one at `at` and the one behind it changed over. */
export const swapped = <T>(items: readonly T[], at: number): T[] => {
  const next = [...items];
  next.splice(at, 2, ...items.slice(at, at + 2).reverse());
  return next;
};
