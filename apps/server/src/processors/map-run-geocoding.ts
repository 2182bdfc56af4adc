import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { GeocodingInterrupted, runGeocoding } from "@cml/services/map";

export const mapRunGeocoding =
  (deps: Deps): Processor<"map.run-geocoding"> =>
  async ({ runId }, { signal }) => {
    try {
      await runGeocoding(deps, { runId, signal });
    } catch (error) {
      throw error instanceof GeocodingInterrupted ? new JobPostponed() : error;
    }
  };
