import { router } from "../trpc/procedures";
import { demoAdminRouter } from "./demo/admin";

export const overviewAdminRouter = router({ demo: demoAdminRouter });
