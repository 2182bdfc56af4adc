import { pageRoute } from "../../shell/page-route";

export const inboundRoutes = [
  pageRoute({ path: "replies", needs: "letter.view", load: () => import("./pages/InboundPage"), name: "InboundPage" }),
];
