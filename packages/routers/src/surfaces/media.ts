import { mediaMediaRouter } from "../media/media";
import { router } from "../trpc/procedures";

export const mediaRouter = router({
  media: mediaMediaRouter,
});

export type MediaRouter = typeof mediaRouter;
