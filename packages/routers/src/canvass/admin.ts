import { router } from "../trpc/procedures";
import { canvassSessionsAdminRouter } from "./canvass-sessions/admin";
import { visitsAdminRouter } from "./visits/admin";

export const canvassAdminRouter = router({ canvassSessions: canvassSessionsAdminRouter, visits: visitsAdminRouter });
