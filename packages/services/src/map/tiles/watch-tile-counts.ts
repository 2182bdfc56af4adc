import { foldTileDeltas, hasTileDeltas } from "@cml/db/map";
import type { Deps } from "../../deps";
import { keepWatch, pause, type Watch } from "../../platform/keep-watch";

export type TileCountTiming = { againMs: number; longestPauseMs: number };
const usual: TileCountTiming = { againMs: 1_000, longestPauseMs: 15_000 };

/** After a long fold comes a pause this much longer: while an import writes, counting takes a tenth of one core and no more. */
const restShare = 10;

/** Brings what far views of the map count up to date with the rows; gives how many changes went in. For the shell, after an import. */
export const foldTileCounts = (deps: Pick<Deps, "db">): Promise<number> => foldTileDeltas(deps.db);

/**
 * Folds what was written to doors into what tiles read, about a second after, as long as a process lives; one process at a time. What
 * breaks is tried again: the changes wait in their rows.
 */
export const watchTileCounts = (deps: Deps, timing: TileCountTiming = usual): Watch =>
  keepWatch((stopping) => watch(deps, timing, stopping));

const watch = async (deps: Deps, { againMs, longestPauseMs }: TileCountTiming, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted) {
    const begun = performance.now();
    try {
      if (await hasTileDeltas(deps.db)) await deps.locks.tryLock("map-tile-counts", () => foldTileDeltas(deps.db));
    } catch (error) {
      deps.logger.warn({ error: String(error) }, "doors could not be counted for the map; tried again");
    }
    await pause(Math.min(longestPauseMs, Math.max(againMs, (performance.now() - begun) * restShare)), stopping);
  }
};
