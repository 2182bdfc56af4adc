import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { resumeDuplicateScan, resumeImports, resumeLostUnmatchedRun } from "@cml/services/map";

export const mapResumeImports =
  (deps: Deps): Processor<"map.resume-imports"> =>
  async () => {
    await resumeImports(deps);
    await resumeDuplicateScan(deps);
    await resumeLostUnmatchedRun(deps);
  };
