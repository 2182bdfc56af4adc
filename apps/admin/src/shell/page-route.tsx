import type { Permission } from "@cml/domain/auth";
import { PageSkeleton } from "@cml/ui";
import { createRoute, lazyRouteComponent, notFound } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { apiCache } from "../api";
import { appRoute } from "./root-route";
import { NotAllowed } from "./NotAllowed";
import { PageFailed } from "./PageFailed";

type Options<Module> = {
  path: string;
  /** Null: every account. */
  needs: Permission | null;
  load: () => Promise<Module>;
  name: keyof Module & string;
};

/** A page of the app: its code comes when it is opened, and only for accounts that may see it. */
export const pageRoute = <Module extends Record<string, ComponentType>>({ path, needs, load, name }: Options<Module>) =>
  createRoute({
    getParentRoute: () => appRoute,
    path,
    loader: async () => {
      const { granted } = await apiCache.auth.sessions.me.ensureData();
      if (needs !== null && !granted.includes(needs)) notFound({ throw: true });
    },
    component: lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name),
    pendingComponent: () => <PageSkeleton />,
    errorComponent: PageFailed,
    // What is not theirs is not there for them; a thing that does not exist is told by the page itself.
    notFoundComponent: () => <NotAllowed />,
  });
