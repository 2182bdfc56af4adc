import { router } from "../trpc/procedures";

export const canvassAdminRouter = router({});
