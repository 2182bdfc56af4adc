import { router } from "../trpc/procedures";

export const canvassCanvassRouter = router({});
