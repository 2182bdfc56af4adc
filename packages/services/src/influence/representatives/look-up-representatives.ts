import { listOverrides, listSittingBreaks } from "@cml/db/influence";
import { applyOverrides, type LookUp, type LookUpInput, mergeLevels } from "@cml/domain/influence";
import { type Actor, isRuralPostalCode, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { askSources, type Asked, sourcesOf } from "./sources/ask-sources";

/**
 * Who represents a postal code, from the sources in their configured order, with staff's overrides and sitting breaks over
 * them. A kept answer is given at once and asked again in the background when it is old. When no source answers and nothing
 * is kept, the answer says `sourcesDown` instead of failing.
 */
export const lookUpRepresentatives = async (deps: Deps, _actor: Actor, input: LookUpInput): Promise<LookUp> => {
  const { postalCode, districts = [] } = input;
  const asked = await askSources(deps, sourcesOf(deps), (source) => source.findByCode(postalCode));
  return mergeLookUp(deps, { postalCode, chosen: districts }, asked);
};

/** What staff know, oldest first, so that the newest word is applied last: a few rows, the same for every code. */
const staffWords = (deps: Deps, now: Date) =>
  hotAnswer(deps, "staff-words", async () => {
    const [newestFirst, breaks] = await Promise.all([listOverrides(deps.db), listSittingBreaks(deps.db, now)]);
    return { known: newestFirst.reverse(), breaks };
  });

type Place = { postalCode: string; chosen: readonly string[] };

const mergeLookUp = async (deps: Deps, { postalCode, chosen }: Place, asked: Asked): Promise<LookUp> => {
  const now = deps.clock.now();
  const province = asked.province || (provinceOfPostalCode(postalCode) ?? "");
  const { known, breaks } = await staffWords(deps, now);
  const here = new Set(asked.districts.map(({ key }) => key));
  const overrides = known.filter((one) => one.postalCode === postalCode || (one.district !== null && here.has(one.district)));
  const { people, districts } = applyOverrides(asked, overrides, postalCode);
  const rural = isRuralPostalCode(postalCode);
  const merged = mergeLevels({ districts, people, rural, province, chosen, breaks, now });
  const overridden = new Set(overrides.map(({ level }) => level));
  return {
    postalCode,
    city: asked.city,
    province,
    known: asked.known || merged.people.length > 0 || asked.down,
    representatives: merged.people,
    // Of a level whose source is down nothing is claimed, not even that nobody sits there.
    levels: merged.levels.filter(
      ({ level, state }) => !asked.down || asked.levels.includes(level) || overridden.has(level) || state === "NO_SITTING",
    ),
    splitLevels: merged.splitLevels,
    sourcesDown: asked.down,
    fetchedAt: asked.fetchedAt,
    stale: asked.stale,
  };
};
