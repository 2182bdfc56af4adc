import type { PublicRouter } from "@cml/routers";
import { createTRPCReact, type CreateTRPCReact } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { surfaceLink, type SurfaceOptions } from "../browser";

export { createQueryClient } from "../browser";

/** Hooks of the public surface: `publicApi.<area>.<noun>.<procedure>.useQuery()`. */
export const publicApi: CreateTRPCReact<PublicRouter, unknown> = createTRPCReact<PublicRouter>();

/** For `<publicApi.Provider client={…}>`. */
export const createPublicClient = (options: SurfaceOptions) =>
  publicApi.createClient({ links: [surfaceLink<PublicRouter>("public", options)] });

export type PublicInputs = inferRouterInputs<PublicRouter>;
export type PublicOutputs = inferRouterOutputs<PublicRouter>;
