import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { fetchFaces } from "@cml/services/influence";

export const influenceFetchFaces =
  (deps: Deps): Processor<"influence.fetch-faces"> =>
  async () => {
    await fetchFaces(deps, systemActor());
  };
