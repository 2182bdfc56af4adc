import { router } from "../trpc/procedures";
import { canvassSessionsCanvassRouter } from "./canvass-sessions/canvass";
import { visitsCanvassRouter } from "./visits/canvass";

export const canvassCanvassRouter = router({ canvassSessions: canvassSessionsCanvassRouter, visits: visitsCanvassRouter });
