import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sweepShifts } from "@cml/services/map";

export const mapSweepShifts =
  (deps: Deps): Processor<"map.sweep-shifts"> =>
  async () => {
    await sweepShifts(deps, systemActor());
  };
