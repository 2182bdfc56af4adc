import type { CanvassRouter } from "@cml/routers";
import { createTRPCReact, type CreateTRPCReact } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { surfaceLink, type SurfaceOptions } from "../browser";

export { createQueryClient } from "../browser";

/** Hooks of the canvass surface: `canvassApi.<area>.<noun>.<procedure>.useQuery()`. */
export const canvassApi: CreateTRPCReact<CanvassRouter, unknown> = createTRPCReact<CanvassRouter>();

/** For `<canvassApi.Provider client={…}>`. */
export const createCanvassClient = (options: SurfaceOptions) =>
  canvassApi.createClient({ links: [surfaceLink<CanvassRouter>("canvass", options)] });

export type CanvassInputs = inferRouterInputs<CanvassRouter>;
export type CanvassOutputs = inferRouterOutputs<CanvassRouter>;
