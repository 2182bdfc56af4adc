import { router } from "../trpc/procedures";

export const authAdminRouter = router({});
