import { pageRoute } from "../../shell/page-route";

const editPage = () => import("./pages/CampaignEditPage");

export const campaignRoutes = [
  pageRoute({ path: "campaigns", needs: "campaign.view", load: () => import("./pages/CampaignListPage"), name: "CampaignListPage" }),
  pageRoute({ path: "campaigns/new", needs: "campaign.edit", load: () => import("./pages/CampaignNewPage"), name: "CampaignNewPage" }),
  pageRoute({ path: "campaigns/$id", needs: "campaign.view", load: () => import("./pages/CampaignPage"), name: "CampaignPage" }),
  pageRoute({ path: "campaigns/$id/edit", needs: "campaign.edit", load: editPage, name: "CampaignEditPage" }),
];
