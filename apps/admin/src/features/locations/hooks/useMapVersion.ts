import { useCallback, useState } from "react";
import { api } from "../../../api";

/** Redraws table, numbers and tiles after a change. */
export const useMapVersion = () => {
  const cache = api.useUtils();
  const [version, setVersion] = useState(0);
  const refresh = useCallback(async () => {
    setVersion((before) => before + 1);
    await Promise.all([
      cache.map.locations.list.invalidate(),
      cache.map.locations.stats.invalidate(),
      cache.map.locations.choices.invalidate(),
      cache.map.cuts.invalidate(),
    ]);
  }, [cache]);
  return { version, refresh };
};
