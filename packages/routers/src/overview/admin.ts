import { router } from "../trpc/procedures";

export const overviewAdminRouter = router({});
