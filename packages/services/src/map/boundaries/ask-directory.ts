import { isAppError } from "@cml/domain/kernel";
import {
  type BoundarySet, currentSets, type FoundBoundaries, levelOfSet, type NamedBoundary, nameHolds, provinceOfBoundary, type SearchBoundariesInput, yearOfSet,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../deps";
import { remembered } from "./remembered";

export type DirectoryFind = Omit<NamedBoundary, "isHere" | "cutId">;
/** As the directory lists one; its rules are those of the representatives' area. */
type ListedBoundary = Awaited<ReturnType<Deps["represent"]["searchBoundaries"]>>[number];
type Answer = { items: DirectoryFind[]; directory: FoundBoundaries["directory"] };

// So few sets are read whole: then a name is found however its accents are typed.
const mostSetsRead = 3;

/** What the directory of boundaries knows by a name; says so when it did not answer. */
export const askDirectory = async (deps: Deps, input: SearchBoundariesInput): Promise<Answer> => {
  if (!deps.config.representativeSources.includes("represent")) return { items: [], directory: "notAsked" };
  try {
    return { items: await findIn(deps, input), directory: "answered" };
  } catch (error) {
    if (!isAppError(error) || error.code !== "UPSTREAM") throw error;
    deps.logger.info({ reason: error.messageKey }, "the directory of boundaries did not answer");
    return { items: [], directory: error.messageKey === "representative.busy" ? "busy" : "unreachable" };
  }
};

const findIn = async (deps: Deps, { search, level, province, superseded }: SearchBoundariesInput): Promise<DirectoryFind[]> => {
  const all = await remembered(deps, "sets", () => deps.represent.listBoundarySets());
  const known = superseded ? all : currentSets(all);
  const wanted = new Map(
    known
      .filter((set) => {
        const its = levelOfSet(set);
        const where = provinceOfBoundary({ ...set, externalId: "" });
        return its !== null && (level === null || its === level) && (province === null || where === null || where === province);
      })
      .map((set) => [set.slug, set]),
  );
  const slugs = [...wanted.keys()];
  const isWhole = slugs.length <= mostSetsRead && (level === "FEDERAL" || level === "PROVINCIAL");
  const found = isWhole ? await readWhole(deps, slugs) : await askByName(deps, search, level === null && province === null ? null : slugs);
  return found
    .flatMap((one) => {
      const [, slug, id] = /^\/boundaries\/([^/]+)\/([^/]+)\/$/.exec(one.url) ?? [];
      const set = wanted.get(slug ?? "");
      return set === undefined || id === undefined || !nameHolds(one.name, search) ? [] : [findOf(one, set, id)];
    })
    .filter((one) => province === null || one.province === province);
};

const readWhole = async (deps: Deps, slugs: readonly string[]): Promise<ListedBoundary[]> => {
  const lists = slugs.map((slug) => remembered(deps, `set ${slug}`, () => deps.represent.listBoundaries(slug)));
  return (await Promise.all(lists)).flatMap((list) => list ?? []);
};

/** The directory minds accents: a name that is found nowhere is asked for again as French writes it. */
const askByName = async (deps: Deps, search: string, sets: string[] | null): Promise<ListedBoundary[]> => {
  for (const name of spellings(search)) {
    const found = await remembered(deps, `name ${name.toLowerCase()} ${sets?.join(",") ?? ""}`, () =>
      deps.represent.searchBoundaries({ name, sets }),
    );
    if (found.length > 0) return found;
  }
  return [];
};

const mostSpellings = 4;

const spellings = (search: string): string[] => {
  const others = [...search.matchAll(/e/gi)].flatMap(({ index }) =>
    ["é", "è"].map((letter) => `${search.slice(0, index)}${letter}${search.slice(index + 1)}`),
  );
  return [search, ...others].slice(0, mostSpellings);
};

const findOf = (one: ListedBoundary, set: BoundarySet, id: string): DirectoryFind => ({
  key: `${set.slug}/${id}`,
  name: one.name,
  setName: one.boundary_set_name || set.name,
  level: levelOfSet(set),
  province: provinceOfBoundary({ ...set, externalId: one.external_id }),
  year: yearOfSet(set.slug),
});
