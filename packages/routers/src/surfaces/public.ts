import { authPublicRouter } from "../auth/public";
import { influencePublicRouter } from "../influence/public";
import { mapPublicRouter } from "../map/public";
import { contentPublicRouter } from "../content/public";
import { mediaPublicRouter } from "../media/public";
import { settingsPublicRouter } from "../settings/public";
import { router } from "../trpc/procedures";

export const publicRouter = router({
  auth: authPublicRouter,
  influence: influencePublicRouter,
  map: mapPublicRouter,
  content: contentPublicRouter,
  media: mediaPublicRouter,
  settings: settingsPublicRouter,
});

export type PublicRouter = typeof publicRouter;
