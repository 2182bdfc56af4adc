import { router } from "../trpc/procedures";
import { cutsPublicRouter } from "./cuts/public";
import { shiftsPublicRouter } from "./shifts/public";

export const mapPublicRouter = router({ cuts: cutsPublicRouter, shifts: shiftsPublicRouter });
