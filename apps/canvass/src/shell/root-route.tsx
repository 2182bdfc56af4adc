import { NotFound } from "@cml/ui";
import { createRootRoute, createRoute, Outlet } from "@tanstack/react-router";
import { SignedIn } from "./SignedIn";

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: () => <NotFound /> });

/** Everything that belongs to a person. */
export const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: "signed-in", component: SignedIn });
