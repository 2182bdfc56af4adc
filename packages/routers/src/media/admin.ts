import { router } from "../trpc/procedures";

export const mediaAdminRouter = router({});
