import { router } from "../trpc/procedures";
import { mediaJobsMediaRouter } from "./media-jobs/media";

export const mediaMediaRouter = router({ jobs: mediaJobsMediaRouter });
