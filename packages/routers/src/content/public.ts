import { router } from "../trpc/procedures";

export const contentPublicRouter = router({});
