import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";

/** Letters leave by themselves: who watches sees it within seconds, and nobody asks while the page is hidden. */
export const refetchInterval = 3_000;

export const useOverview = (campaignId: string | null) =>
  api.influence.sending.overview.useQuery({ campaignId }, { refetchInterval, placeholderData: keepPreviousData });
