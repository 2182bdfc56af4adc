import { router } from "../trpc/procedures";

export const settingsCanvassRouter = router({});
