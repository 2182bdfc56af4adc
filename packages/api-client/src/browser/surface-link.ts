import type { Locale } from "@cml/domain/kernel";
import { httpBatchLink, type TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import superjson from "superjson";

export type SurfaceOptions = {
  /** Read at every call, so a change of language needs no new client. */
  locale: () => Locale;
  /** Origin of the server; the page's own by default. */
  baseUrl?: string;
};

/** The one way a browser app talks to its surface: batched, cookies of our own origin only, in the person's language. */
export const surfaceLink = <Router extends AnyRouter>(surface: string, { locale, baseUrl = "" }: SurfaceOptions): TRPCLink<Router> =>
  // A router's transformer is known only where the router is concrete; every surface of ours uses superjson.
  httpBatchLink({
    url: `${baseUrl}/trpc/${surface}`,
    transformer: superjson,
    maxURLLength: 4000,
    headers: () => ({ "x-locale": locale() }),
    fetch: (url: string | URL, options?: RequestInit) => fetch(url, { ...options, credentials: "same-origin" }),
  } as unknown as Parameters<typeof httpBatchLink<Router>>[0]);
