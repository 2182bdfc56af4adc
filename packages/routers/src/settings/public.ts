import { router } from "../trpc/procedures";

export const settingsPublicRouter = router({});
