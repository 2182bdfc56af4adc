import {
  representAnswerSchema,
  representBoundarySchema,
  representPageSchema,
  representPersonSchema,
  representSetSchema,
  type RepresentAnswer,
  type RepresentBoundary,
  type RepresentPerson,
} from "@cml/domain/influence";
import type { LatLng } from "@cml/domain/kernel";
import { createCaller, type CallerOptions } from "./caller";

export type RepresentOptions = Omit<CallerOptions, "maxBytes">;

const mostPages = 60;
const people = representPageSchema(representPersonSchema);
const boundaries = representPageSchema(representBoundarySchema);
const sets = representPageSchema(representSetSchema);

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
    /** Simplified outline of a district (boundary-set/id) as it came; null when there is none. */
    shapeOf: (districtKey: string): Promise<unknown> =>
      call(`/boundaries/${districtKey.split("/").map(encodeURIComponent).join("/")}/simple_shape`, (value) => value),
  };
};
