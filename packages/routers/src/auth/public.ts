import { router } from "../trpc/procedures";

export const authPublicRouter = router({});
