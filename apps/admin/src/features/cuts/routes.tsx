import { pageRoute } from "../../shell/page-route";

export const cutRoutes = [
  pageRoute({ path: "turf", needs: "cut.view", load: () => import("./pages/CutListPage"), name: "CutListPage" }),
  pageRoute({ path: "turf/new", needs: "cut.edit", load: () => import("./pages/CutNewPage"), name: "CutNewPage" }),
  pageRoute({ path: "turf/$id", needs: "cut.view", load: () => import("./pages/CutPage"), name: "CutPage" }),
  pageRoute({ path: "turf/$id/cut", needs: "cut.edit", load: () => import("./pages/AutoCutPage"), name: "AutoCutPage" }),
  pageRoute({ path: "turf/$id/edit", needs: "cut.edit", load: () => import("./pages/CutEditPage"), name: "CutEditPage" }),
];
