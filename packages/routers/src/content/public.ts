import { router } from "../trpc/procedures";
import { landingPagesPublicRouter } from "./landing-pages/public";

export const contentPublicRouter = router({ landingPages: landingPagesPublicRouter });
