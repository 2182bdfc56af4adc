import { pageRoute } from "../../shell/page-route";

export const userRoutes = [
  pageRoute({ path: "people", needs: "user.view", load: () => import("./pages/UserListPage"), name: "UserListPage" }),
];
