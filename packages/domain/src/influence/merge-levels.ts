import { governmentLevels, type GovernmentLevel } from "./enums";
import { boundarySetOf, type CurrentSet, type District, type FoundRepresentative } from "./represent";
import type { LevelAnswer, Representative } from "./representative";
import { breakAt, type SittingBreak } from "./sitting-break";

export type LevelFacts = {
  districts: readonly District[];
  people: readonly Representative[];
  /** The code covers many places, so that its centre says little. */
  rural: boolean;
  province: string;
  /** Districts the person chose. */
  chosen: readonly string[];
  breaks: readonly SittingBreak[];
  now: Date;
};

type Kept = { open: District[]; kept: District[] };

// One set at a time: wards may disagree while the municipality they belong to does not.
const settle = (inSet: readonly District[], { rural, chosen }: Pick<LevelFacts, "rural" | "chosen">): Kept => {
  const mine = inSet.find(({ key }) => chosen.includes(key));
  if (mine !== undefined) return { open: [], kept: [mine] };
  const listed = inSet.filter(({ match }) => match !== "STREET");
  const unsure = listed.length > 1 || (rural && listed.length === 1 && listed[0]?.match === "CENTROID");
  // Districts that somebody's street proved belong to the choice, but alone they do not make one.
  return unsure ? { open: [...inSet], kept: [...inSet] } : { open: [], kept: listed };
};

const answerLevel = (level: GovernmentLevel, facts: LevelFacts): { answer: LevelAnswer; people: Representative[] } => {
  const districts = facts.districts.filter((one) => one.level === level);
  const sets = [...new Set(districts.map(({ key }) => boundarySetOf(key)))];
  const settled = sets.map((set) => settle(districts.filter(({ key }) => boundarySetOf(key) === set), facts)); // prettier-ignore
  const open = settled.flatMap((one) => one.open);
  const kept = settled.flatMap((one) => one.kept);
  const known = new Set(districts.map(({ key }) => key));
  const sits = ({ districtKey }: Representative) =>
    districtKey === null || !known.has(districtKey) || kept.some(({ key }) => key === districtKey);
  const people = facts.people.filter((one) => one.level === level && sits(one));
  const pause = breakAt(facts.breaks, { level, province: facts.province, now: facts.now });
  const state =
    pause !== null
      ? "NO_SITTING"
      : open.length > 0
        ? "CHOOSE"
        : people.length === 0
          ? "NOBODY"
          : people.every(({ isVacant }) => isVacant)
            ? "VACANT"
            : "SURE";
  const shown = open.length > 0 ? open : kept;
  return {
    answer: {
      level,
      state,
      districts: shown.map(({ key, name }) => ({ key, name })),
      until: pause?.endsAt ?? null,
      note: pause?.note ?? null,
    },
    people,
  };
};

/**
 * What is sure of each level at a place, level by level and set by set: several current districts, or only the centre of a
 * rural code, are a choice; a level that one field of the source does not mention is no disagreement.
 */
export const mergeLevels = (facts: LevelFacts): { levels: LevelAnswer[]; people: Representative[]; splitLevels: GovernmentLevel[] } => {
  const all = governmentLevels.map((level) => answerLevel(level, facts));
  return {
    levels: all.map(({ answer }) => answer),
    people: all.flatMap(({ people }) => people),
    splitLevels: all
      .filter(({ answer }) => answer.state === "CHOOSE" || (answer.state === "NO_SITTING" && answer.districts.length > 1))
      .map(({ answer }) => answer.level),
  };
};

/** The empty seats of a place: districts of a complete set in which none of these people sits. */
export const vacantSeatsIn = (
  districts: readonly District[],
  people: readonly Pick<FoundRepresentative, "boundaryUrl">[],
  current: readonly CurrentSet[],
): FoundRepresentative[] =>
  districts.flatMap((district) => {
    const set = current.find(({ boundarySet }) => boundarySet === boundarySetOf(district.key));
    const boundaryUrl = `/boundaries/${district.key}/`;
    if (set?.complete !== true || people.some((one) => one.boundaryUrl === boundaryUrl)) return [];
    return [
      {
        name: "",
        firstName: "",
        lastName: "",
        email: null,
        districtName: district.name,
        electedOffice: set.office,
        partyName: null,
        representativeSetName: set.setName,
        url: null,
        photoUrl: null,
        gender: null,
        offices: [],
        level: district.level,
        boundaryUrl,
        setSlug: set.setSlug,
        preferredLanguages: [],
        contactUrl: null,
        match: district.match,
        isVacant: true,
      },
    ];
  });
