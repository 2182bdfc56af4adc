import { pageRoute } from "../../shell/page-route";

export const visitRoutes = [
  pageRoute({ path: "visits", needs: "visit.view", load: () => import("./pages/VisitListPage"), name: "VisitListPage" }),
];
