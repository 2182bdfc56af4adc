import type { Figure } from "../figure";
import { moderate } from "./moderate";
import { moderateByKey } from "./moderate-by-key";
import { readDesk } from "./read-desk";
import { readWall } from "./read-wall";
import { upvotesAtOnce } from "./upvotes-at-once";

/** The figures of `bench wall`, each by the word `--only` takes. */
export const wallParts: Record<string, () => Promise<Figure[]>> = {
  read: readWall,
  desk: readDesk,
  upvotes: upvotesAtOnce,
  moderate: async () => [...(await moderate()), ...(await moderateByKey())],
};
