import { api } from "../api";

const everyMs = 3_000;

/** Moves soon after doors or areas were changed by anybody; a map given it fetches its tiles again. Rests while nobody looks. */
export const useTilesVersion = (): string => {
  const { data } = api.map.tiles.versions.useQuery(undefined, { refetchInterval: everyMs });
  return data === undefined ? "" : `${data.doors}.${data.cuts}`;
};
