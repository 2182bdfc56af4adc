import {
  representAnswerSchema,
  representBoundaryDetailSchema,
  representBoundarySetDetailSchema,
  representBoundarySchema,
  representPageSchema,
  representPersonSchema,
  representSetSchema,
  representSetOfBoundariesSchema,
  type RepresentAnswer,
  type RepresentBoundary,
  type RepresentBoundaryDetail,
  type RepresentPerson,
} from "@cml/domain/influence";
import { isAppError, type LatLng } from "@cml/domain/kernel";
import { createCaller, type CallerOptions } from "./caller";

export type RepresentOptions = Omit<CallerOptions, "maxBytes">;

const mostPages = 60;
const people = representPageSchema(representPersonSchema);
const boundaries = representPageSchema(representBoundarySchema);
const sets = representPageSchema(representSetSchema);
const boundarySets = representPageSchema(representSetOfBoundariesSchema);

// A riding in the north has a coast of many islands.
const outline = { maxBytes: 48_000_000, timeoutMs: 30_000 };
// The address of a question must not grow longer than a server reads.
const mostSetsNamed = 40;

type Page<T> = { objects: T[]; meta: { next: string | null } };
type Read<T> = (value: unknown) => Page<T>;

/**
 * Client of the Represent API (represent.opennorth.ca, Open North). Its quirks: codes only in upper case, unknown things
 * answer 404 with HTML, lists go on at a relative `next`, 503 as well as 429 mean "slow down". See `createCaller` for rate,
 * retries and time-outs. Every call throws AppError("UPSTREAM") when the service cannot answer.
 */
export const createRepresentClient = (options: RepresentOptions) => {
  const call = createCaller({ ...options, maxBytes: 8_000_000 });

  // A list to its end; null when the service does not know what it is a list of.
  const listAll = async <T>(path: string, read: Read<T>): Promise<T[] | null> => {
    const all: T[] = [];
    let next: string | null = path;
    for (let page = 0; next !== null && page < mostPages; page += 1) {
      const answer: Page<T> | null = await call(next, read);
      if (answer === null) return page === 0 ? null : all;
      all.push(...answer.objects);
      // Only a path of the same service: a list must not send us elsewhere.
      next = answer.meta.next?.startsWith("/") === true && !answer.meta.next.startsWith("//") ? answer.meta.next : null;
    }
    return all;
  };

  return {
    /** Who represents a postal code; null when Represent does not know it. */
    lookUp: (postalCode: string): Promise<RepresentAnswer | null> =>
      call(`/postcodes/${encodeURIComponent(postalCode.toUpperCase())}/`, (value) => representAnswerSchema.parse(value)),
    /** Everybody in one representative set; null when there is no such set. */
    listCouncil: (setSlug: string): Promise<RepresentPerson[] | null> =>
      listAll(`/representatives/${encodeURIComponent(setSlug)}/?limit=100`, (value) => people.parse(value)),
    /** All representative sets. */
    listSets: async (): Promise<{ slug: string; name: string }[]> => {
      const found = (await listAll("/representative-sets/?limit=200", (value) => sets.parse(value))) ?? [];
      return found.flatMap(({ name, url }) => {
        const slug = /^\/representative-sets\/([^/]+)\/$/.exec(url)?.[1];
        return slug === undefined || slug.startsWith("campaign-set-") ? [] : [{ slug, name }];
      });
    },
    /** Every boundary that holds a point, of current and superseded sets alike. */
    boundariesAt: async ({ latitude, longitude }: LatLng): Promise<RepresentBoundary[]> =>
      (await listAll(`/boundaries/?contains=${latitude},${longitude}&limit=100`, (value) => boundaries.parse(value))) ?? [],
    /** Everybody who represents a point. */
    peopleAt: async ({ latitude, longitude }: LatLng): Promise<RepresentPerson[]> =>
      (await listAll(`/representatives/?point=${latitude},${longitude}&limit=100`, (value) => people.parse(value))) ?? [],
    /** Every set of boundaries, with what it is about. */
    listBoundarySets: async (): Promise<{ slug: string; name: string; domain: string }[]> => {
      const found = (await listAll("/boundary-sets/?limit=1000", (value) => boundarySets.parse(value))) ?? [];
      return found.flatMap(({ name, url, domain }) => {
        const slug = /^\/boundary-sets\/([^/]+)\/$/.exec(url)?.[1];
        return slug === undefined || slug.startsWith("campaign-set-") ? [] : [{ slug, name, domain }];
      });
    },
    /** Every boundary of a set, without outlines; null when there is no such set. */
    listBoundaries: (setSlug: string): Promise<RepresentBoundary[] | null> =>
      listAll(`/boundaries/${encodeURIComponent(setSlug)}/?limit=1000`, (value) => boundaries.parse(value)),
    /** Boundaries whose name holds a text, of some sets or of all; one page of them. Accents count, as the service compares them. */
    searchBoundaries: async ({ name, sets: slugs }: { name: string; sets: readonly string[] | null }): Promise<RepresentBoundary[]> => {
      const words = new URLSearchParams({ name__icontains: name, limit: "200" });
      if (slugs !== null && slugs.length <= mostSetsNamed) words.set("sets", slugs.join(","));
      return (await call(`/boundaries/?${words.toString()}`, (value) => boundaries.parse(value)))?.objects ?? [];
    },
    /** What a boundary is called and since when it holds; null when there is none. */
    boundaryOf: (districtKey: string): Promise<RepresentBoundaryDetail | null> =>
      call(`/boundaries/${pathOf(districtKey)}/`, (value) => representBoundaryDetailSchema.parse(value)),
    /** Who publishes a set, and under which licence; null when there is no such set. */
    boundarySetOf: (setSlug: string) =>
      call(`/boundary-sets/${encodeURIComponent(setSlug)}/`, (value) => representBoundarySetDetailSchema.parse(value)),
    /** A boundary's full outline as it came, or the simplified one where that is too large; null when there is none. */
    outlineOf: async (districtKey: string): Promise<{ outline: unknown; isSimplified: boolean } | null> => {
      const read = (value: unknown) => value;
      try {
        const full = await call(`/boundaries/${pathOf(districtKey)}/shape`, read, outline);
        return full === null ? null : { outline: full, isSimplified: false };
      } catch (error) {
        if (!isAppError(error) || error.messageKey !== "representative.tooLarge") throw error;
        const simple = await call(`/boundaries/${pathOf(districtKey)}/simple_shape`, read, outline);
        return simple === null ? null : { outline: simple, isSimplified: true };
      }
    },
    /** Simplified outline of a district (boundary-set/id) as it came; null when there is none. */
    shapeOf: (districtKey: string): Promise<unknown> => call(`/boundaries/${pathOf(districtKey)}/simple_shape`, (value) => value),
  };
};

const pathOf = (districtKey: string): string => districtKey.split("/").map(encodeURIComponent).join("/");
