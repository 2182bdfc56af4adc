import { type LocatedStreet, locateLimit, type PreviewStreetInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { previewedCampaign, sampleAt } from "../targets/previewed-campaign";
import { districtsOfStreet } from "./locate-street";

const sameStreet = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The districts of a sample supporter's own street, found as anybody's is; INVALID for every other street. */
export const previewStreet = async (deps: Deps, actor: Actor, input: PreviewStreetInput): Promise<LocatedStreet> => {
  const { postalCode, street } = input;
  await requireRoom(deps, `locate:ip:${actor.ipHash}`, locateLimit);
  await previewedCampaign(deps, actor, input);
  const sample = sampleAt(postalCode);
  if (!sameStreet(street, sample.street)) throw new AppError("INVALID", "sample.onlyTheirStreet", { street: sample.street });
  return districtsOfStreet(deps, { postalCode, street: sample.street });
};
