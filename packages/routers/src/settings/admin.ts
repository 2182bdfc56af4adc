import { router } from "../trpc/procedures";

export const settingsAdminRouter = router({});
