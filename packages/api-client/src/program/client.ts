import type { Locale } from "@cml/domain/kernel";
import type { AdminRouter, CanvassRouter, MediaRouter, PublicRouter } from "@cml/routers";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import type { TokenStore } from "./token-store";

export type SurfaceRouters = { admin: AdminRouter; public: PublicRouter; canvass: CanvassRouter; media: MediaRouter };
export type Surface = keyof SurfaceRouters;

export type ClientOptions<S extends Surface> = {
  /** Origin of the server, such as `https://campaign.example.org`. */
  url: string;
  surface: S;
  /** A fixed token (a worker's), or a store that keeps a pair fresh; leave out to call as a stranger. */
  token?: string | TokenStore;
  /** Language of error sentences. */
  locale?: Locale;
};

/** A typed client of one surface for programs: no React, no cookies. */
export const createClient = <S extends Surface>({
  url,
  surface,
  token,
  locale = "en",
}: ClientOptions<S>): TRPCClient<SurfaceRouters[S]> => {
  const bearer = async (): Promise<string | undefined> => (typeof token === "object" ? token.accessToken() : token);
  const link = httpBatchLink({
    url: `${url.replace(/\/+$/, "")}/trpc/${surface}`,
    transformer: superjson,
    headers: async () => {
      const value = await bearer();
      return { "x-locale": locale, ...(value === undefined ? {} : { authorization: `Bearer ${value}` }) };
    },
  } as unknown as Parameters<typeof httpBatchLink<SurfaceRouters[S]>>[0]);
  return createTRPCClient<SurfaceRouters[S]>({ links: [link] });
};
