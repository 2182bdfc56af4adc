import { router } from "../trpc/procedures";

export const mapPublicRouter = router({});
