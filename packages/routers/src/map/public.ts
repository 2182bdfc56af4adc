import { router } from "../trpc/procedures";
import { cutsPublicRouter } from "./cuts/public";
import { dataCreditsRouter } from "./data-credits";
import { shiftsPublicRouter } from "./shifts/public";

export const mapPublicRouter = router({ cuts: cutsPublicRouter, dataCredits: dataCreditsRouter, shifts: shiftsPublicRouter });
