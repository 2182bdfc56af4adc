import { AppError } from "@cml/domain/kernel";
import { type Geocoded, placeableConfidence, type QuestionParts, sureConfidence } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { geocodeAddress } from "./geocode";
import { geocodeLocally } from "./local";

/**
 * Where a new building with this address stands. Throws CONFLICT when a building of ours has it already, INVALID when nobody knows it
 * better than by its street: then a person shows it on the map.
 */
export const findPlace = async (deps: Deps, parts: QuestionParts): Promise<Geocoded> => {
  const { candidates } = await geocodeLocally(deps.db, { parts });
  const stands = candidates.find(({ accuracy, confidence }) => accuracy === "building" && confidence >= sureConfidence);
  if (stands !== undefined) throw new AppError("CONFLICT", "map.location.standsAlready", { address: stands.address });
  const place = await geocodeAddress(deps, parts);
  if (place === null || place.confidence < placeableConfidence) throw new AppError("INVALID", "map.location.noPlace");
  return place;
};
