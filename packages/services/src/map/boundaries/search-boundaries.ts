import { listCutsOfBoundaries, listNamedBoundaries, type NamedBoundaryRow } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import {
  byNearestName, type FoundBoundaries, levelOfSet, mostBoundariesShown, nameHolds, provinceOfBoundary, type SearchBoundariesInput, yearOfSet,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { askDirectory, type DirectoryFind } from "./ask-directory";

const fewestLetters = 2;

/**
 * Boundaries by name: those that lie here, imported or fetched before, and what the directory (Represent) knows. When it cannot be asked,
 * only the former, and the answer says so. Throws FORBIDDEN for accounts limited to named areas.
 */
export const searchBoundaries = async (deps: Deps, actor: Actor, input: SearchBoundariesInput): Promise<FoundBoundaries> => {
  requireWholeMapFor(actor, "cut.edit");
  if (input.search.length < fewestLetters) return { items: [], isMore: false, directory: "answered" };
  const [here, asked] = await Promise.all([findHere(deps, input), askDirectory(deps, input)]);
  const byKey = new Map<string, DirectoryFind & { isHere: boolean }>();
  for (const one of asked.items) byKey.set(one.key, { ...one, isHere: false });
  // What lies here may know less about its set than the directory does.
  for (const one of here) byKey.set(one.key, { ...one, ...byKey.get(one.key), isHere: true });
  const sorted = [...byKey.values()].sort(byNearestName(input.search));
  const shown = sorted.slice(0, mostBoundariesShown);
  const cuts = await listCutsOfBoundaries(deps.db, shown.map(({ key }) => key)); // prettier-ignore
  return {
    items: shown.map((one) => ({ ...one, cutId: cuts.get(one.key) ?? null })),
    isMore: sorted.length > shown.length,
    directory: asked.directory,
  };
};

const findHere = async (deps: Deps, { search, level, province }: SearchBoundariesInput): Promise<DirectoryFind[]> => {
  const rows = await listNamedBoundaries(deps.db, deps.clock.now());
  return rows
    .filter(({ nameEn, nameFr }) => nameHolds(nameEn, search) || (nameFr !== null && nameHolds(nameFr, search)))
    .map(hereOf)
    .filter((one) => (level === null || one.level === level) && (province === null || one.province === null || one.province === province));
};

/** What is known of a boundary that lies here. */
export const hereOf = ({ set, externalId, nameEn, setName, domain }: Omit<NamedBoundaryRow, "id" | "nameFr">): DirectoryFind => ({
  key: `${set}/${externalId}`,
  name: nameEn,
  setName: setName ?? set,
  level: levelOfSet({ slug: set, domain: domain ?? "" }),
  province: provinceOfBoundary({ slug: set, domain: domain ?? "", externalId }),
  year: yearOfSet(set),
});
