import { router } from "../trpc/procedures";

export const contentAdminRouter = router({});
