import { PageSkeleton } from "@cml/ui";
import { createRouter } from "@tanstack/react-router";
import { queryClient, whenSignedOut } from "./api";
import { accountRoutes } from "./features/account";
import { campaignRoutes } from "./features/campaigns";
import { cutRoutes } from "./features/cuts";
import { dataQualityRoutes } from "./features/data-quality";
import { homeRoutes } from "./features/home";
import { importRoutes } from "./features/imports";
import { inboundRoutes } from "./features/inbound";
import { locationRoutes } from "./features/locations";
import { outcomeRoutes } from "./features/outcomes";
import { queueRoutes } from "./features/queue";
import { representativeRoutes } from "./features/representatives";
import { responseRoutes } from "./features/responses";
import { settingsRoutes } from "./features/settings";
import { sheetRoutes } from "./features/sheets";
import { shiftRoutes } from "./features/shifts";
import { userRoutes } from "./features/users";
import { visitRoutes } from "./features/visits";
import { readAddress, writeAddress } from "./shell/page-address";
import { appRoute, rootRoute } from "./shell/root-route";

const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  appRoute.addChildren([
    ...homeRoutes,
    ...campaignRoutes,
    ...queueRoutes,
    ...inboundRoutes,
    ...responseRoutes,
    ...representativeRoutes,
    ...outcomeRoutes,
    ...importRoutes,
    ...locationRoutes,
    ...dataQualityRoutes,
    ...cutRoutes,
    ...shiftRoutes,
    ...sheetRoutes,
    ...visitRoutes,
    ...userRoutes,
    ...settingsRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/admin",
  defaultPreload: "intent",
  defaultPendingComponent: () => <PageSkeleton />,
  scrollRestoration: true,
  parseSearch: readAddress,
  stringifySearch: writeAddress,
});

whenSignedOut(() => {
  if (router.state.location.pathname.startsWith("/sign-in")) return;
  queryClient.clear();
  void router.navigate({ to: "/sign-in", search: { next: router.state.location.href } });
});
