import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedInRoute } from "../../shell/root-route";

export const walkRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/turf/$assignmentId",
    component: lazyRouteComponent(() => import("./pages/TurfPage"), "TurfPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/turf/$assignmentId/map",
    component: lazyRouteComponent(() => import("./pages/TurfMapPage"), "TurfMapPage"),
  }),
];
