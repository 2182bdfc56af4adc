import { findNamedBoundary, saveFetchedBoundary, type StoredNamedBoundary } from "@cml/db/map";
import { AppError, isAppError } from "@cml/domain/kernel";
import { type CutGeometry, frenchNameIn, mendCutGeometry, readCutGeometry } from "@cml/domain/map";
import type { Deps } from "../../deps";

// Districts change with a redistribution, and slips in their lines are mended now and then.
const freshMs = 86_400_000;

const partsOfKey = (key: string): { set: string; externalId: string } => {
  const [set = "", externalId = ""] = key.split("/");
  return { set, externalId };
};

/**
 * A boundary with its outline: one that a file brought as it lies here, else as the directory gives it today, kept for when it cannot be asked.
 * Throws NOT_FOUND, UPSTREAM when it is not here and nobody answers, INVALID for an outline that cannot be mended.
 */
export const fetchBoundary = async (deps: Deps, key: string): Promise<StoredNamedBoundary> => {
  const now = deps.clock.now();
  const here = await findNamedBoundary(deps.db, partsOfKey(key), now);
  if (here !== null && (here.fetchedAt === null || now.getTime() - here.fetchedAt.getTime() < freshMs)) return here;
  try {
    await askFor(deps, key);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (here === null) throw error.code === "UPSTREAM" ? unanswered(error) : error;
    deps.logger.info({ key, reason: error.messageKey }, "a boundary is shown as it was fetched before");
    return here;
  }
  const kept = await findNamedBoundary(deps.db, partsOfKey(key), now);
  if (kept === null) throw new AppError("NOT_FOUND", "map.boundary.notFound");
  return kept;
};

const unanswered = (cause: AppError): AppError =>
  new AppError(
    "UPSTREAM",
    cause.messageKey === "representative.tooLarge" ? "map.boundary.tooLarge" : "map.boundary.unreachable",
    {},
    { cause },
  );

const askFor = async (deps: Deps, key: string): Promise<void> => {
  if (!deps.config.representativeSources.includes("represent")) throw new AppError("NOT_FOUND", "map.boundary.notFound");
  const { set, externalId } = partsOfKey(key);
  const [detail, about, shape] = await Promise.all([
    deps.represent.boundaryOf(key),
    deps.represent.boundarySetOf(set),
    deps.represent.outlineOf(key),
  ]);
  if (detail === null || shape === null) throw new AppError("NOT_FOUND", "map.boundary.notFound");
  const fetchedAt = deps.clock.now();
  const nameFr = frenchNameIn(detail.metadata);
  await saveFetchedBoundary(deps.db, deps.newId(), {
    set,
    externalId,
    nameEn: detail.name.replace(/\s+/g, " ").trim().slice(0, 200),
    nameFr: nameFr === detail.name ? null : nameFr,
    setName: detail.boundary_set_name || about?.name || null,
    domain: about?.domain ?? null,
    geometry: tidy(shape.outline),
    source: "Represent",
    credit: about === null || about.authority === "" ? null : about.authority,
    licenceUrl: about !== null && /^https?:\/\//.test(about.licence_url) ? about.licence_url : null,
    isSimplified: shape.isSimplified,
    validFrom: detail.start_date === null ? fetchedAt : new Date(detail.start_date),
    fetchedAt,
  });
};

/** Published outlines touch themselves now and then, and more often when they were simplified. */
const tidy = (outline: unknown): CutGeometry => {
  const read = readCutGeometry(outline);
  if ("geometry" in read) return read.geometry;
  const mended = isOutline(outline) ? mendCutGeometry(outline) : read;
  if ("geometry" in mended) return mended.geometry;
  const place = mended.at === null ? "" : `${mended.at.latitude.toFixed(5)}, ${mended.at.longitude.toFixed(5)}`;
  throw new AppError("INVALID", `map.geometry.${mended.problem}`, { place });
};

const isOutline = (value: unknown): value is CutGeometry =>
  typeof value === "object" && value !== null && "type" in value && (value.type === "Polygon" || value.type === "MultiPolygon");
