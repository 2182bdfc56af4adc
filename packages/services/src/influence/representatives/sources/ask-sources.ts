import { type District, type GovernmentLevel, governmentLevels, type Representative } from "@cml/domain/influence";
import { type AppError, isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../../deps";
import { localSource } from "./local-source";
import { representSource } from "./represent-source";
import type { RepresentativeSource, SourceAnswer } from "./representative-source";

const makers = { local: localSource, represent: representSource } as const;

/** The sources of this installation, the one to believe first. */
export const sourcesOf = (deps: Deps): RepresentativeSource[] => deps.config.representativeSources.map((id) => makers[id](deps));

export type Asked = Omit<SourceAnswer, "centroid"> & {
  /** False when every source answered and none knows the place. */
  known: boolean;
  /** A source that was needed did not answer. */
  down: boolean;
  /** Why it did not; null when all answered. */
  failure: AppError | null;
};

// Nobody but a school board's own file knows trustees: no network is asked for their sake.
const worthAsking: readonly GovernmentLevel[] = ["FEDERAL", "PROVINCIAL", "MUNICIPAL"];

/**
 * Asks the sources in their order, level by level: the first that answers for a level is believed, and one whose levels are
 * all answered already is not asked at all. A source that is down leaves its levels open.
 */
export const askSources = async (
  deps: Pick<Deps, "clock" | "logger">,
  sources: readonly RepresentativeSource[],
  ask: (source: RepresentativeSource) => Promise<SourceAnswer | null>,
): Promise<Asked> => {
  const open = new Set<GovernmentLevel>(governmentLevels);
  const answers: SourceAnswer[] = [];
  const districts: District[] = [];
  const people: Representative[] = [];
  let failure: AppError | null = null;
  for (const source of sources) {
    if (!worthAsking.some((level) => open.has(level))) break;
    try {
      const answer = await ask(source);
      if (answer === null) continue;
      answers.push(answer);
      const mine = answer.levels.filter((level) => open.has(level));
      districts.push(...answer.districts.filter(({ level }) => mine.includes(level)));
      people.push(...answer.people.filter(({ level }) => mine.includes(level)));
      for (const level of mine) open.delete(level);
    } catch (error) {
      if (!isAppError(error) || error.code !== "UPSTREAM") throw error;
      deps.logger.warn(
        { source: source.id, messageKey: error.messageKey, log: error.log ?? "" },
        "a source of representatives did not answer",
      );
      failure = error;
    }
  }
  const answered = governmentLevels.filter((level) => !open.has(level));
  return {
    city: answers.find(({ city }) => city !== "")?.city ?? "",
    province: answers.find(({ province }) => province !== "")?.province ?? "",
    districts,
    people,
    levels: answered,
    fetchedAt: answers.reduce<Date>((oldest, one) => (one.fetchedAt < oldest ? one.fetchedAt : oldest), deps.clock.now()),
    stale: answers.some(({ stale }) => stale),
    known: answers.length > 0,
    down: failure !== null,
    failure,
  };
};
