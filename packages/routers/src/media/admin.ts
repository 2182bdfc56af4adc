import { router } from "../trpc/procedures";
import { videosAdminRouter } from "./videos/admin";

export const mediaAdminRouter = router({ videos: videosAdminRouter });
