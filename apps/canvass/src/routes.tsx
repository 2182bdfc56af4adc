import { PageSkeleton } from "@cml/ui";
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "./features/account";
import { captainRoutes } from "./features/captain";
import { meRoutes } from "./features/me";
import { turfRoutes } from "./features/turfs";
import { walkRoutes } from "./features/walk";
import { rootRoute, signedInRoute } from "./shell/root-route";

const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  signedInRoute.addChildren([...turfRoutes, ...walkRoutes, ...captainRoutes, ...meRoutes]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/canvass",
  defaultPendingComponent: () => <PageSkeleton />,
  scrollRestoration: true,
});
