import { listVideos as listRows } from "@cml/db/media";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import type { Video } from "@cml/domain/media";
import type { Deps } from "../../deps";

export const listVideos = async (deps: Deps, _actor: Actor, page: PageInput): Promise<Page<Video>> => ({
  ...(await listRows(deps.db, page)),
  ...page,
});
