import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { failureOf, isRefused } from "../error-text";

type Handlers = {
  /** The session is gone (401): the app shows sign-in and keeps what was typed. */
  onSignedOut?: () => void;
};

/** Answers stay fresh for 15 s. A refusal (4xx) is never repeated; a broken connection is, twice; a change never repeats by itself. */
export const createQueryClient = ({ onSignedOut }: Handlers = {}): QueryClient => {
  const onError = (error: unknown) => {
    if (failureOf(error).status === 401) onSignedOut?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => !isRefused(error) && count < 2 },
      mutations: { retry: false },
    },
  });
};
