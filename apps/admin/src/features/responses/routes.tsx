import { pageRoute } from "../../shell/page-route";

export const responseRoutes = [
  pageRoute({ path: "responses", needs: "response.moderate", load: () => import("./pages/ResponsesPage"), name: "ResponsesPage" }),
];
