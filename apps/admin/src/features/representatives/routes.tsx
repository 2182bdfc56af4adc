import { pageRoute } from "../../shell/page-route";

export const representativeRoutes = [
  pageRoute({
    path: "representatives",
    needs: "representative.view",
    load: () => import("./pages/RepresentativesPage"),
    name: "RepresentativesPage",
  }),
];
