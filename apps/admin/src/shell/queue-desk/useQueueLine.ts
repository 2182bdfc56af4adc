import { useState } from "react";

type Query<Item> = { data: { items: Item[]; total: number } | undefined; refetch: () => Promise<unknown> };

/** So many are left of those fetched: the next ones are asked for. */
const fewLeft = 5;

/** A line of things to decide about, one after the other: who is decided about leaves it, and comes back with an undo, however often. */
export const useQueueLine = <Item extends { id: string }, Done>(query: Query<Item>) => {
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [index, setIndex] = useState(0);
  const [done, setDone] = useState<Done[]>([]);
  const [said, setSaid] = useState("");
  const items = (query.data?.items ?? []).filter(({ id }) => !settled.has(id));
  const at = Math.min(index, Math.max(0, items.length - 1));

  /** The line as the server has it now. */
  const refresh = async (): Promise<void> => {
    await query.refetch();
    setSettled(new Set());
  };
  const remember = (deed: Done): void => setDone((before) => [...before, deed]);
  return {
    current: items[at] ?? null,
    at,
    loaded: items.length,
    waiting: Math.max(0, (query.data?.total ?? 0) - settled.size),
    said,
    last: done.at(-1),
    canUndo: done.length > 0,
    next: () => setIndex(Math.min(at + 1, items.length - 1)),
    previous: () => setIndex(Math.max(at - 1, 0)),
    refresh,
    /** One is decided about. */
    settle: async (item: Item, deed: Done, words: string): Promise<void> => {
      remember(deed);
      setSettled((before) => new Set(before).add(item.id));
      setSaid(words);
      if (items.length <= fewLeft) await refresh();
    },
    /** The last decision is undone: what it was about stands in the line again. */
    takeBack: async (words: string): Promise<void> => {
      setDone((before) => before.slice(0, -1));
      setIndex(0);
      await refresh();
      setSaid(words);
    },
    /** A refusal has been told; there is nothing more to do about it here. */
    quietly: (work: Promise<void>): void => void work.catch(() => undefined),
  };
};
