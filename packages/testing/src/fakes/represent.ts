import type { RepresentAnswer, RepresentBoundary, RepresentBoundaryDetail, RepresentPerson } from "@cml/domain/influence";
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
  /** Sets of boundaries and what lies in them, each by its key; an Error in their place is thrown by every question about boundaries. */
  boundaries: { sets: FakeBoundarySet[]; listed: RepresentBoundary[]; outlines: Map<string, unknown> } | Error;
  boundariesAsked: string[];
  listBoundarySets: () => Promise<{ slug: string; name: string; domain: string }[]>;
  listBoundaries: (setSlug: string) => Promise<RepresentBoundary[] | null>;
  searchBoundaries: (input: { name: string; sets: readonly string[] | null }) => Promise<RepresentBoundary[]>;
  boundaryOf: (districtKey: string) => Promise<RepresentBoundaryDetail | null>;
  boundarySetOf: (setSlug: string) => Promise<{ name: string; domain: string; authority: string; licence_url: string } | null>;
  outlineOf: (districtKey: string) => Promise<{ outline: unknown; isSimplified: boolean } | null>;
};

type FakeBoundarySet = { slug: string; name: string; domain: string; authority: string; licence_url: string };

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
    boundaries: { sets: [], listed: [], outlines: new Map() },
    boundariesAsked: [],
    listBoundarySets: async () => orThrow(fake.boundaries).sets,
    listBoundaries: async (setSlug) => {
      fake.boundariesAsked.push(setSlug);
      return orThrow(fake.boundaries).listed.filter(({ url }) => url.startsWith(`/boundaries/${setSlug}/`));
    },
    searchBoundaries: async ({ name, sets }) => {
      fake.boundariesAsked.push(name);
      return orThrow(fake.boundaries).listed.filter(
        (one) =>
          one.name.toLowerCase().includes(name.toLowerCase()) &&
          (sets === null || sets.some((slug) => one.url.startsWith(`/boundaries/${slug}/`))),
      );
    },
    boundaryOf: async (districtKey) => {
      const found = orThrow(fake.boundaries).listed.find(({ url }) => url === `/boundaries/${districtKey}/`);
      return found === undefined ? null : { ...found, metadata: {}, start_date: null, end_date: null };
    },
    boundarySetOf: async (setSlug) => orThrow(fake.boundaries).sets.find(({ slug }) => slug === setSlug) ?? null,
    outlineOf: async (districtKey) => {
      fake.boundariesAsked.push(districtKey);
      const outline = orThrow(fake.boundaries).outlines.get(districtKey);
      return outline === undefined ? null : { outline, isSimplified: false };
    },
  };
  return fake;
};
