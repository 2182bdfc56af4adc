import { transaction } from "@cml/db";
import { countWeakMatches, findLastPlacing, listWeakMatches as listStored, lockLocations, markReviewed } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { placedBeforeSchema, type ReviewInput, type GeocodeAnswer, type WeakMatches, type WeakMatchesInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { geocode } from "./geocode";
import { geocodeLocally } from "./local";
import { holdAreas, placeLocation } from "./place-location";

/** The weakest points first, as long as nobody looked at them. */
export const listWeakMatches = async (deps: Deps, actor: Actor, { afterId, limit }: WeakMatchesInput): Promise<WeakMatches> => {
  requireWholeMapFor(actor, "location.edit");
  return { items: await listStored(deps.db, { afterId, limit }), total: await countWeakMatches(deps.db) };
};

/** Where a building might stand instead: what the map knows of its address, itself left out, and on request what others say. */
export const weakCandidates = async (
  deps: Deps,
  actor: Actor,
  { id, askOthers }: { id: string; askOthers: boolean },
): Promise<GeocodeAnswer> => {
  requireWholeMapFor(actor, "location.edit");
  const [location] = await transaction(deps.db, (db) => lockLocations(db, [id], "all"));
  if (location === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
  const { address, municipality, province, postalCode } = location;
  const { candidates } = await geocodeLocally(deps.db, { parts: { address, municipality, province, postalCode } }, { except: id });
  const text = [address, municipality, province, postalCode].filter(Boolean).join(", ");
  const others = askOthers ? (await geocode(deps, actor, { text, askOthers })).others : [];
  return { local: candidates, others };
};

/**
 * What a person decided: another point, the point as it is, or not now. Throws CONFLICT when somebody saved meanwhile, INVALID for a
 * point whose provider's terms forbid keeping it.
 */
export const reviewWeakMatch = async (deps: Deps, actor: Actor, { id, updatedAt, decision }: ReviewInput): Promise<{ updatedAt: Date }> => {
  requireWholeMapFor(actor, "location.edit");
  return transaction(deps.db, async (db) => {
    await holdAreas(db);
    const [before] = await lockLocations(db, [id], "all");
    if (before === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
    if (before.updatedAt.getTime() !== updatedAt.getTime()) throw new AppError("CONFLICT", "map.location.changedMeanwhile");
    const mark = laterMark(deps, actor, before.updatedAt);
    if (decision.kind === "setAside") {
      await markReviewed(db, { id, at: mark.at });
      return { updatedAt };
    }
    const to =
      decision.kind === "take" ? decision : { ...(decision.kind === "move" ? decision : before), confidence: null, provider: null };
    const action = decision.kind === "move" ? "MOVED_ON_MAP" : "GEOCODED";
    await placeLocation(db, deps, { before, to, action, reviewedAt: mark.at, mark });
    return { updatedAt: mark.at };
  });
};

/** Takes the last decision about a building back. Throws CONFLICT when somebody changed it since. */
export const undoReview = async (deps: Deps, actor: Actor, { id, updatedAt }: { id: string; updatedAt: Date }): Promise<void> => {
  requireWholeMapFor(actor, "location.edit");
  await transaction(deps.db, async (db) => {
    await holdAreas(db);
    const [now] = await lockLocations(db, [id], "all");
    if (now === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
    if (now.geocodeReviewedAt === null || now.updatedAt.getTime() !== updatedAt.getTime())
      throw new AppError("CONFLICT", "map.location.changedMeanwhile");
    // Set aside, and nothing more: there is no line of history that young.
    if (now.geocodeReviewedAt.getTime() !== now.updatedAt.getTime()) return markReviewed(db, { id, at: null });
    const last = await findLastPlacing(db, id);
    const before = placedBeforeSchema.safeParse(last?.metadata);
    if (!before.success) return markReviewed(db, { id, at: null });
    const { latitude, longitude, confidence = null, provider = null } = before.data;
    const mark = laterMark(deps, actor, now.updatedAt);
    return placeLocation(db, deps, {
      before: now,
      to: { latitude, longitude, confidence, provider },
      action: "GEOCODED",
      reviewedAt: null,
      mark,
    });
  });
};

const laterMark = (deps: Deps, actor: Actor, updatedAt: Date) => {
  const now = deps.clock.now();
  return { userId: userIdOf(actor), at: updatedAt >= now ? new Date(updatedAt.getTime() + 1) : now };
};
