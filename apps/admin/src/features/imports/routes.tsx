import { pageRoute } from "../../shell/page-route";

export const importRoutes = [
  pageRoute({ path: "doors/import", needs: "location.import", load: () => import("./pages/ImportPage"), name: "ImportPage" }),
];
