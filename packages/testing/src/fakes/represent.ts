import type { RepresentAnswer, RepresentBoundary, RepresentPerson } from "@cml/domain/influence";
import type { LatLng } from "@cml/domain/kernel";

export type FakeRepresent = {
  /** Codes that were asked for, oldest first. */
  asked: string[];
  /** What is answered from now on; an Error is thrown, null means the code is unknown. */
  answers: Map<string, RepresentAnswer | Error | null>;
  lookUp: (postalCode: string) => Promise<RepresentAnswer | null>;
  /** Councils by slug, and how often one was asked for. */
  councils: Map<string, RepresentPerson[] | Error>;
  councilsAsked: string[];
  listCouncil: (setSlug: string) => Promise<RepresentPerson[] | null>;
  sets: { slug: string; name: string }[];
  listSets: () => Promise<{ slug: string; name: string }[]>;
  /** What every point answers; an Error is thrown. */
  atPoint: { boundaries: RepresentBoundary[]; people: RepresentPerson[] } | Error;
  boundariesAt: (point: LatLng) => Promise<RepresentBoundary[]>;
  peopleAt: (point: LatLng) => Promise<RepresentPerson[]>;
  shapes: Map<string, unknown>;
  shapesAsked: string[];
  shapeOf: (districtKey: string) => Promise<unknown>;
};

const orThrow = <T>(answer: T | Error): T => {
  if (answer instanceof Error) throw answer;
  return answer;
};

/** Knows only the codes, councils, points and shapes it is given. */
export const fakeRepresent = (known: Record<string, RepresentAnswer | Error | null> = {}): FakeRepresent => {
  const fake: FakeRepresent = {
    asked: [],
    answers: new Map(Object.entries(known)),
    lookUp: async (postalCode) => {
      fake.asked.push(postalCode);
      return orThrow(fake.answers.get(postalCode) ?? null);
    },
    councils: new Map(),
    councilsAsked: [],
    listCouncil: async (setSlug) => {
      fake.councilsAsked.push(setSlug);
      return orThrow(fake.councils.get(setSlug) ?? null);
    },
    sets: [],
    listSets: async () => fake.sets,
    atPoint: { boundaries: [], people: [] },
    boundariesAt: async () => orThrow(fake.atPoint).boundaries,
    peopleAt: async () => orThrow(fake.atPoint).people,
    shapes: new Map(),
    shapesAsked: [],
    shapeOf: async (districtKey) => {
      fake.shapesAsked.push(districtKey);
      return orThrow(fake.shapes.get(districtKey) ?? null);
    },
  };
  return fake;
};
