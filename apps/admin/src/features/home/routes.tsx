import { pageRoute } from "../../shell/page-route";

export const homeRoutes = [pageRoute({ path: "/", needs: null, load: () => import("./pages/HomePage"), name: "HomePage" })];
