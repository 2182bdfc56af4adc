import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedInRoute } from "../../shell/root-route";

export const turfRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./pages/TurfListPage"), "TurfListPage"),
  }),
];
