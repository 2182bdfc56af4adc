import type { Figure } from "../figure";
import { moderate } from "./moderate";
import { readWall } from "./read-wall";
import { upvotesAtOnce } from "./upvotes-at-once";

/** The figures of `bench wall`, each by the word `--only` takes. */
export const wallParts: Record<string, () => Promise<Figure[]>> = { read: readWall, upvotes: upvotesAtOnce, moderate };
