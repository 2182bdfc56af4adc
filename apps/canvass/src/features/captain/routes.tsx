import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedInRoute } from "../../shell/root-route";

export const captainRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/captain/$shiftId",
    component: lazyRouteComponent(() => import("./pages/CaptainPage"), "CaptainPage"),
  }),
];
