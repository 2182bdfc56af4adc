import { pageRoute } from "../../shell/page-route";

export const outcomeRoutes = [
  pageRoute({ path: "representatives/record", needs: "campaign.view", load: () => import("./pages/RecordPage"), name: "RecordPage" }),
];
