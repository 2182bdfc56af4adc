import { router } from "../trpc/procedures";

export const authCanvassRouter = router({});
