import { pageRoute } from "../../shell/page-route";

export const cutRoutes = [pageRoute({ path: "turf", needs: "cut.view", load: () => import("./pages/CutListPage"), name: "CutListPage" })];
