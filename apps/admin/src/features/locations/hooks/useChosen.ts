import { writeLocationFilter } from "@cml/domain/map";
import { useEffect, useState } from "react";
import type { LocationSearch } from "../model/location-search";

/** Rows chosen by hand, over all pages, or all that a filter lets through; another filter begins anew. */
export const useChosen = ({ filter }: LocationSearch) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const key = JSON.stringify(writeLocationFilter(filter));
  const clear = () => {
    setIds(new Set());
    setAll(false);
  };
  useEffect(clear, [key]);
  return {
    ids,
    isAll,
    clear,
    chooseAll: () => setAll(true),
    add: (more: readonly string[]) => setIds((before) => new Set([...before, ...more])),
    toggle: (id: string) => {
      setAll(false);
      setIds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
    },
  };
};
export type Chosen = ReturnType<typeof useChosen>;
