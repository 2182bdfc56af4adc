import { isUniqueViolation, rawTransaction } from "@cml/db";
import { holdDoors, insertCut, rebuildMembership, recountCuts, type StoredNamedBoundary, updateCut } from "@cml/db/map";
import { findSiteSettings } from "@cml/db/settings";
import { type Actor, AppError, type Translations } from "@cml/domain/kernel";
import { categoryOfLevel, type CutDetail, levelOfSet, type TakeBoundaryInput, type TakenBoundary } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { getCut } from "../cuts";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { fetchBoundary } from "./fetch-boundary";
import { cutOfBoundary, isSameShape } from "./preview-boundary";

/**
 * Makes a boundary turf, official and locked. Taken again it is the same turf; where its shape is another one now, the turf takes it on only
 * when `reshape` says so (CONFLICT `map.boundary.reshaped` otherwise). Throws as `fetchBoundary`.
 */
export const takeBoundary = async (deps: Deps, actor: Actor, { key, reshape }: TakeBoundaryInput): Promise<TakenBoundary> => {
  requireWholeMapFor(actor, "cut.edit");
  const boundary = await fetchBoundary(deps, key);
  const there = await cutOfBoundary(deps, key);
  if (there !== null) return takeAgain(deps, actor, { boundary, there, reshape });
  const id = deps.newId();
  const named = await namesOf(deps, boundary);
  try {
    await keep(deps, actor, { id, boundary, ...named });
  } catch (error) {
    if (!isUniqueViolation(error, "Cut_name_source_key")) throw error;
    // Two towns of one set share a name; or somebody took the same boundary a moment ago.
    const meanwhile = await cutOfBoundary(deps, key);
    if (meanwhile !== null) return { outcome: "same", cut: meanwhile };
    await keep(deps, actor, { id, boundary, ...named, name: `${named.name.slice(0, 90)} (${boundary.externalId.slice(0, 25)})` });
  }
  return { outcome: "created", cut: await getCut(deps, actor, id) };
};

type Again = { boundary: StoredNamedBoundary; there: CutDetail; reshape: boolean };

const takeAgain = async (deps: Deps, actor: Actor, { boundary, there, reshape }: Again): Promise<TakenBoundary> => {
  if (isSameShape(there.geometry, boundary.geometry)) return { outcome: "same", cut: there };
  if (!reshape) throw new AppError("CONFLICT", "map.boundary.reshaped", { name: there.name });
  await rawTransaction(deps.db, async (client) => {
    await holdDoors(client);
    await updateCut(client, there.id, { changes: { geometry: boundary.geometry }, at: deps.clock.now() });
    await rebuildMembership(client, { id: there.id, geometry: boundary.geometry });
    await recountCuts(client, [there.id]);
  });
  return { outcome: "reshaped", cut: await getCut(deps, actor, there.id) };
};

type Named = { name: string; translations: Translations | null };

/** In the organisation's language, with the other beside it. */
const namesOf = async (deps: Deps, { nameEn, nameFr }: StoredNamedBoundary): Promise<Named> => {
  const { settings } = await findSiteSettings(deps.db);
  const isFrench = settings.defaultLocale === "fr" && nameFr !== null;
  const name = (isFrench ? nameFr : nameEn).slice(0, 120);
  if (nameFr === null || nameFr === nameEn) return { name, translations: null };
  return { name, translations: isFrench ? { en: { name: nameEn } } : { fr: { name: nameFr } } };
};

type Kept = Named & { id: string; boundary: StoredNamedBoundary };

const keep = (deps: Deps, actor: Actor, { id, boundary, name, translations }: Kept): Promise<void> =>
  rawTransaction(deps.db, async (client) => {
    const { set, externalId, domain, geometry } = boundary;
    await holdDoors(client);
    await insertCut(client, {
      id,
      name,
      description: null,
      color: "#3388ff",
      opacity: 0.3,
      category: categoryOfLevel(levelOfSet({ slug: set, domain: domain ?? "" })),
      isPublic: false,
      isOfficial: true,
      source: set,
      externalId,
      boundaryId: boundary.id,
      translations,
      geometry,
      importRunId: null,
      createdByUserId: userIdOf(actor),
      at: deps.clock.now(),
    });
    await rebuildMembership(client, { id, geometry });
    await recountCuts(client, [id]);
  });
