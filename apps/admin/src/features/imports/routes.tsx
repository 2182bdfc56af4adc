import { pageRoute } from "../../shell/page-route";

const wizard = { needs: "location.import", load: () => import("./pages/ImportPage"), name: "ImportPage" } as const;

export const importRoutes = [
  pageRoute({ path: "imports", needs: "location.import", load: () => import("./pages/ImportListPage"), name: "ImportListPage" }),
  pageRoute({ path: "imports/new", ...wizard }),
  pageRoute({ path: "imports/unmatched", needs: "resident.view", load: () => import("./pages/UnmatchedPage"), name: "UnmatchedPage" }),
  // The address it had before; bookmarks and the pages of doors and turf lead here.
  pageRoute({ path: "doors/import", ...wizard }),
];
