import type { LatLng } from "@cml/domain/kernel";
import type { GeocoderPlace, GeocoderQuestion } from "@cml/domain/map";

export type AdapterConfig = { baseUrl: string; key: string | null };

/** How one provider is asked and read; the call itself is the same for all. */
export type GeocoderAdapter = {
  forwardUrl: (config: AdapterConfig, question: GeocoderQuestion) => string;
  reverseUrl: (config: AdapterConfig, point: LatLng) => string;
  /** The first place of an answer; null when there is none. Throws when the answer has another shape, AppError when it is a refusal. */
  read: (json: unknown) => GeocoderPlace | null;
};

/** Statuses that mean "no such place" rather than trouble. */
export const emptyStatus = 404;

/** Adds what is not empty to an address. */
export const withQuery = (url: string, words: Record<string, string | null | undefined>): string => {
  const given = Object.entries(words).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined && pair[1] !== "",
  );
  return `${url}?${new URLSearchParams(given).toString()}`;
};
