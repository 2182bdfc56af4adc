import { router } from "../trpc/procedures";

export const influencePublicRouter = router({});
