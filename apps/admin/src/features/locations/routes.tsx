import { pageRoute } from "../../shell/page-route";

export const locationRoutes = [
  pageRoute({ path: "doors", needs: "location.view", load: () => import("./pages/LocationListPage"), name: "LocationListPage" }),
  pageRoute({ path: "doors/duplicates", needs: "location.view", load: () => import("./pages/DuplicatesPage"), name: "DuplicatesPage" }),
];
