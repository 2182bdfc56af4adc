import { authAdminRouter } from "../auth/admin";
import { influenceAdminRouter } from "../influence/admin";
import { mapAdminRouter } from "../map/admin";
import { canvassAdminRouter } from "../canvass/admin";
import { contentAdminRouter } from "../content/admin";
import { mediaAdminRouter } from "../media/admin";
import { settingsAdminRouter } from "../settings/admin";
import { overviewAdminRouter } from "../overview/admin";
import { router } from "../trpc/procedures";

export const adminRouter = router({
  auth: authAdminRouter,
  influence: influenceAdminRouter,
  map: mapAdminRouter,
  canvass: canvassAdminRouter,
  content: contentAdminRouter,
  media: mediaAdminRouter,
  settings: settingsAdminRouter,
  overview: overviewAdminRouter,
});

export type AdminRouter = typeof adminRouter;
