import type { Processors } from "@cml/jobs";
import type { Deps } from "@cml/services";

/** The processor of every job name: a file each, `<queue>-<verb-noun>.ts`, that calls one service. The start fails when one is missing. */
export const createProcessors = (deps: Deps): Processors => ({});
