import { router } from "../trpc/procedures";

export const mapAdminRouter = router({});
