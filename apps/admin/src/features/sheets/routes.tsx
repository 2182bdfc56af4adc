import { pageRoute } from "../../shell/page-route";

// Captains type in the sheets of their own shift; which ones that are, the server judges.
export const sheetRoutes = [
  pageRoute({ path: "sheets", needs: "canvass.walk", load: () => import("./pages/SheetListPage"), name: "SheetListPage" }),
  pageRoute({ path: "sheets/$code", needs: "canvass.walk", load: () => import("./pages/SheetPage"), name: "SheetPage" }),
];
