import { router } from "../trpc/procedures";

export const mediaPublicRouter = router({});
