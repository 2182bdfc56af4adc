import type { ListResponsesInput, ResponseDesk, ResponseView } from "@cml/domain/influence";
import { useCallback, useEffect, useMemo, useState } from "react";
import { api } from "../../../api";
import { isOnPile, nextOpen } from "../model/walk";

export type WalkFilter = { desk: ResponseDesk; campaignId: string | null; type: ListResponsesInput["type"] };

const pageSize = 40;
/** So many before the end the next page is asked for. */
const ahead = 25;

/**
 * The responses of a pile one after another. What is decided stays in its place, so that one can go back to it; pages come in
 * before they are needed. `startAt` opens one that need not be on the pile.
 */
export const useWalk = (filter: WalkFilter, startAt: string) => {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const [changed, setChanged] = useState<ReadonlyMap<string, ResponseView>>(new Map());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState(startAt);
  const pages = api.useQueries((ask) =>
    cursors.map((after) =>
      ask.influence.responses.list(
        { ...filter, after, limit: pageSize },
        { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
      ),
    ),
  );
  const start = api.influence.responses.get.useQuery({ id: startAt }, { enabled: startAt !== "", staleTime: Infinity });
  const first = pages[0];
  const isLoading = pages.some(({ isPending }) => isPending) && pages.every(({ data }) => data === undefined);
  const loaded = pages.flatMap(({ data }) => data?.items ?? []);
  const known = new Map([...(start.data === undefined ? [] : [start.data.response]), ...loaded].map((one) => [one.id, one]));
  const there = [...known.values()].filter(({ id }) => !gone.has(id));
  const items = there.map((one) => {
    const ours = changed.get(one.id);
    // What we did, unless somebody did something since.
    const response = ours !== undefined && ours.updatedAt >= one.updatedAt ? ours : one;
    return { id: one.id, response, isOpen: isOnPile(response, filter.desk) };
  });
  // The first one that waits; until its page is here, the one that was asked for.
  const current = items.find(({ id }) => id === openId) ?? items.find(({ isOpen }) => isOpen) ?? null;
  const place = current === null ? -1 : items.indexOf(current);
  const next = pages.at(-1)?.data?.next ?? null;

  useEffect(() => {
    if (next !== null && items.length - place <= ahead) setCursors((before) => (before.includes(next) ? before : [...before, next]));
  }, [next, items.length, place]);

  const replace = useCallback((response: ResponseView) => setChanged((before) => new Map(before).set(response.id, response)), []);
  const setPresent = useCallback(
    (id: string, isPresent: boolean) => setGone((before) => new Set(isPresent ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  );
  const restart = useCallback(() => {
    setCursors([null]);
    setOpenId("");
    void first?.refetch();
  }, [first]);
  const near = useMemo(() => items.slice(Math.max(0, place), place + 4).map(({ response }) => response), [items, place]);
  return {
    items,
    current,
    place,
    near,
    next: items[place + 1]?.id ?? null,
    previous: place > 0 ? (items[place - 1]?.id ?? null) : null,
    afterThis: current === null ? null : nextOpen(items, current.id),
    left: items.filter(({ isOpen }) => isOpen).length,
    isLoading,
    isWhole: next === null && pages.every(({ isPending }) => !isPending),
    error: first?.error ?? null,
    open: setOpenId,
    replace,
    setPresent,
    restart,
  };
};
export type Walk = ReturnType<typeof useWalk>;
