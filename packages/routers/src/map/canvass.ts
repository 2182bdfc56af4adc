import { router } from "../trpc/procedures";

export const mapCanvassRouter = router({});
