import { router } from "../trpc/procedures";

export const influenceAdminRouter = router({});
