import { listStandingAreas } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { type AreaReview, mostReviewed, reviewAreas as reviewRead, type ReviewAreasInput, usualFieldsOf } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { storedBytes } from "./nar/stored-bytes";
import { readAreas } from "./read-areas";
import { requireOwnUpload } from "./require-own-upload";

// Enough to know the fields of a file.
const featuresLookedAt = 200;

/**
 * What each area of an uploaded file would become, what is wrong with it and where, and what it shares ground with; writes nothing. Throws
 * INVALID `import.*` for a file that cannot be read, `import.noProjection` for a shapefile that does not say where it lies.
 */
export const reviewAreas = async (deps: Deps, actor: Actor, input: ReviewAreasInput): Promise<AreaReview> => {
  requireWholeMapFor(actor, "location.import");
  await requireOwnUpload(deps, actor, input.uploadKey);
  const { uploadKey, areas, source, category } = input;
  const features = await readAreas(await storedBytes(deps, uploadKey), areas.projection);
  const headers = [...new Set(features.slice(0, featuresLookedAt).flatMap(({ properties }) => Object.keys(properties)))].slice(0, 200);
  const reviewed = reviewRead(features, areas, await listStandingAreas(deps.db, { source, category }));
  const count = (verdict: (typeof reviewed)[number]["verdict"]) => reviewed.filter((one) => one.verdict === verdict).length;
  return {
    headers,
    found: usualFieldsOf(headers),
    counts: { created: count("created"), changed: count("changed"), same: count("same"), refused: count("refused") },
    areas: reviewed,
    isMore: features.length > mostReviewed,
  };
};
