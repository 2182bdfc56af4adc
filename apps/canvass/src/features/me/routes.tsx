import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedInRoute } from "../../shell/root-route";

export const meRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/me",
    component: lazyRouteComponent(() => import("./pages/MePage"), "MePage"),
  }),
];
