import { router } from "../trpc/procedures";
import { canvassSessionsAdminRouter } from "./canvass-sessions/admin";
import { sheetsAdminRouter } from "./sheets/admin";
import { visitsAdminRouter } from "./visits/admin";

export const canvassAdminRouter = router({
  canvassSessions: canvassSessionsAdminRouter,
  sheets: sheetsAdminRouter,
  visits: visitsAdminRouter,
});
