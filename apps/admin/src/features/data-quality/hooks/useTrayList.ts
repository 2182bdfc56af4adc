import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "../../../api";
import { pageSize, usePageSearch } from "../../../shell/usePageSearch";
import { readTraySearch, type TraySearch } from "../model/tray-search";

/** A page of the tray; the filter stands in the address, the way back through the pages is kept here. */
export const useTrayList = ({ isMoving }: { /** A run is placing rows meanwhile. */ isMoving: boolean }) => {
  const [search, change] = usePageSearch(readTraySearch);
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const key = JSON.stringify(search);
  useEffect(() => setTrail([null]), [key]);
  const query = api.map.tray.list.useQuery(
    {
      state: search.state,
      importId: search.file === "" ? null : search.file,
      reason: search.reason,
      q: search.q,
      afterId: trail.at(-1) ?? null,
      limit: pageSize,
    },
    { placeholderData: keepPreviousData, refetchInterval: isMoving ? 5_000 : false },
  );
  const items = useMemo(() => query.data?.items ?? [], [query.data]);
  const page = trail.length;
  // The last row of a later page was settled: the page before is the last one now.
  const isBeyond = page > 1 && !query.isFetching && items.length === 0;
  useEffect(() => {
    if (isBeyond) setTrail((before) => before.slice(0, -1));
  }, [isBeyond]);
  return {
    search,
    change: (changes: Partial<TraySearch>) => change(changes),
    query,
    items,
    page,
    isFiltered: search.file !== "" || search.reason !== null || search.q !== "",
    turn: (to: number) =>
      setTrail((before) => (to > before.length ? [...before, items.at(-1)?.id ?? null] : before.slice(0, Math.max(1, to)))),
  };
};
export type TrayList = ReturnType<typeof useTrayList>;
