import { failureOf } from "@cml/api-client";
import { NotFound } from "@cml/ui";
import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { apiCache } from "../api";
import { PageFailed } from "./PageFailed";

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: () => <NotFound />, errorComponent: PageFailed });

/** Everything behind the sign-in: who it is and whose organisation is known before a page shows. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  beforeLoad: async ({ location }) => {
    try {
      await Promise.all([apiCache.auth.sessions.me.ensureData(), apiCache.settings.siteSettings.summary.ensureData()]);
    } catch (error) {
      if (failureOf(error).status === 401) redirect({ to: "/sign-in", search: { next: location.href }, throw: true });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import("./SignedIn"), "SignedIn"),
  errorComponent: PageFailed,
  notFoundComponent: () => <NotFound />,
});
