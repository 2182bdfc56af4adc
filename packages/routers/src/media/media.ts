import { router } from "../trpc/procedures";

export const mediaMediaRouter = router({});
