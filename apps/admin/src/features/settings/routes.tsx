import { pageRoute } from "../../shell/page-route";

export const settingsRoutes = [
  pageRoute({ path: "settings", needs: "settings.view", load: () => import("./pages/SettingsPage"), name: "SettingsPage" }),
  pageRoute({ path: "settings/record", needs: "settings.edit", load: () => import("./pages/RecordPage"), name: "RecordPage" }),
  pageRoute({ path: "welcome", needs: "settings.edit", load: () => import("./pages/WelcomePage"), name: "WelcomePage" }),
];
