import { type ListResponsesInput, type ResponseDesk, responseDesks, type ResponseView } from "@cml/domain/influence";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { isOnPile } from "../model/walk";

type Filter = { campaignId: string | null; type: ListResponsesInput["type"] };

/** What others send in or decide shows without a reload. */
const refetchInterval = 15_000;

/** How many lie on each pile. `move` counts a decision at once, before the server has answered. */
export const useDeskCounts = (filter: Filter) => {
  const cache = api.useUtils();
  const input = { ...filter, desk: "PENDING" as const, limit: 1 };
  const query = api.influence.responses.list.useQuery(input, { refetchInterval, placeholderData: keepPreviousData });
  const move = (before: ResponseView, after: ResponseView) => {
    // An answer on its way counts without it; taken off for good, it does not put back what was there before.
    void cache.influence.responses.list.cancel(input, { revert: false });
    cache.influence.responses.list.setData(input, (known) => {
      if (known === undefined) return known;
      const moved = (pile: ResponseDesk) => known.counts[pile] + Number(isOnPile(after, pile)) - Number(isOnPile(before, pile));
      return { ...known, counts: Object.fromEntries(responseDesks.map((pile) => [pile, moved(pile)])) as Record<ResponseDesk, number> };
    });
  };
  return { counts: query.data?.counts, at: query.dataUpdatedAt, move, refresh: () => cache.influence.responses.list.invalidate(input) };
};
export type DeskCounts = ReturnType<typeof useDeskCounts>;
