import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../shell/root-route";

const getParentRoute = () => rootRoute;

export const accountRoutes = [
  createRoute({ getParentRoute, path: "sign-in", component: lazyRouteComponent(() => import("./pages/SignInPage"), "SignInPage") }),
  createRoute({
    getParentRoute,
    path: "forgot-password",
    component: lazyRouteComponent(() => import("./pages/ForgotPasswordPage"), "ForgotPasswordPage"),
  }),
  createRoute({
    getParentRoute,
    path: "reset-password",
    component: lazyRouteComponent(() => import("./pages/ResetPasswordPage"), "ResetPasswordPage"),
  }),
];
