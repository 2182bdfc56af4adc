import { pageRoute } from "../../shell/page-route";

export const dataQualityRoutes = [
  pageRoute({ path: "data-quality", needs: "location.view", load: () => import("./pages/DataQualityPage"), name: "DataQualityPage" }),
  pageRoute({ path: "data-quality/weak", needs: "location.edit", load: () => import("./pages/WeakMatchesPage"), name: "WeakMatchesPage" }),
  pageRoute({ path: "data-quality/unplaced", needs: "location.edit", load: () => import("./pages/UnplacedPage"), name: "UnplacedPage" }),
  pageRoute({ path: "data-quality/geocoders", needs: "settings.view", load: () => import("./pages/GeocodersPage"), name: "GeocodersPage" }),
];
