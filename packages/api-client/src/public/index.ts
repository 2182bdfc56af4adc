import type { PublicRouter } from "@cml/routers";
import { createTRPCClient, type TRPCClient } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { surfaceLink, type SurfaceOptions } from "../browser/surface-link";

/** The public surface called over HTTP. Plain, without React Query: every kilobyte of a campaign page is a supporter's wait. */
export type PublicClient = TRPCClient<PublicRouter>;

export const createPublicClient = (options: SurfaceOptions): PublicClient =>
  createTRPCClient<PublicRouter>({ links: [surfaceLink<PublicRouter>("public", options)] });

/** The public surface called inside the server's process, as the site's renderer does. */
export type PublicApi = ReturnType<PublicRouter["createCaller"]>;

export type PublicInputs = inferRouterInputs<PublicRouter>;
export type PublicOutputs = inferRouterOutputs<PublicRouter>;
