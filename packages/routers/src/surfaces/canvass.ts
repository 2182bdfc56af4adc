import { authCanvassRouter } from "../auth/canvass";
import { mapCanvassRouter } from "../map/canvass";
import { canvassCanvassRouter } from "../canvass/canvass";
import { settingsCanvassRouter } from "../settings/canvass";
import { router } from "../trpc/procedures";

export const canvassRouter = router({
  auth: authCanvassRouter,
  map: mapCanvassRouter,
  canvass: canvassCanvassRouter,
  settings: settingsCanvassRouter,
});

export type CanvassRouter = typeof canvassRouter;
