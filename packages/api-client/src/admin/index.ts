import type { AdminRouter } from "@cml/routers";
import type { QueryClient } from "@tanstack/react-query";
import { createTRPCQueryUtils, createTRPCReact, type CreateTRPCReact } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { surfaceLink, type SurfaceOptions } from "../browser";

export { createQueryClient } from "../browser";

/** Hooks of the admin surface: `adminApi.<area>.<noun>.<procedure>.useQuery()`. */
export const adminApi: CreateTRPCReact<AdminRouter, unknown> = createTRPCReact<AdminRouter>();

/** For `<adminApi.Provider client={…}>`. */
export const createAdminClient = (options: SurfaceOptions) =>
  adminApi.createClient({ links: [surfaceLink<AdminRouter>("admin", options)] });

/** The cache of the hooks for code outside components, such as a route that must know who is signed in before it shows. */
export const createAdminCache = (client: ReturnType<typeof createAdminClient>, queryClient: QueryClient) =>
  createTRPCQueryUtils<AdminRouter>({ client, queryClient });

export type AdminInputs = inferRouterInputs<AdminRouter>;
export type AdminOutputs = inferRouterOutputs<AdminRouter>;
