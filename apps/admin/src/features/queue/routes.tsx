import { pageRoute } from "../../shell/page-route";

export const queueRoutes = [
  pageRoute({ path: "letters", needs: "letter.view", load: () => import("./pages/QueuePage"), name: "QueuePage" }),
];
