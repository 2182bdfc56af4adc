import { type LocationFilter, writeLocationFilter } from "@cml/domain/map";
import { useMemo } from "react";
import { usePageSearch } from "../../../shell/usePageSearch";
import { firstPage, readLocationSearch } from "../model/location-search";

const blank = Object.fromEntries(
  ["q", "postal", "municipality", "district", "cut", "type", "support", "band", "visited", "provider", "sign", "outcome"].map((name) => [
    name,
    "",
  ]),
);

/** What the page shows, and the ways to change it; all of it stands in the address. */
export const useLocationSearch = () => {
  const [raw, change] = usePageSearch((given) => given);
  const key = JSON.stringify(raw);
  const search = useMemo(() => readLocationSearch(JSON.parse(key) as Record<string, unknown>), [key]);
  const setFilter = (filter: Partial<LocationFilter>) => {
    const next = { ...search.filter, ...filter };
    change({ ...blank, ...writeLocationFilter(next), ...firstPage });
  };
  return { search, change, setFilter };
};
