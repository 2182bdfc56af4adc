import type { Page } from "playwright-core";

type Answer = { result: { data: { json: unknown } } };

const read = async (response: Awaited<ReturnType<Page["request"]["get"]>>, path: string): Promise<unknown> => {
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return ((await response.json()) as Answer).result.data.json;
};

/** Where moments stand in a value, as paths with dots. */
const momentsIn = (value: unknown, at: string[] = []): string[] => {
  if (value instanceof Date) return [at.join(".")];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => momentsIn(inner, [...at, key]));
};

/** Calls a mutation with the cookies of the page; moments in the input are given as dates. The caller names the fields it reads. */
export const mutate = async <T>(page: Page, path: string, input: object): Promise<T> => {
  const values = Object.fromEntries(momentsIn(input).map((moment) => [moment, ["Date"]]));
  const data = { json: input, ...(Object.keys(values).length === 0 ? {} : { meta: { values } }) };
  const headers = { origin: new URL(page.url()).origin };
  return (await read(await page.request.post(`/trpc/${path}`, { data, headers }), path)) as T;
};

/** Asks a query with the cookies of the page. */
export const ask = async <T>(page: Page, path: string, input: object): Promise<T> =>
  (await read(await page.request.get(`/trpc/${path}`, { params: { input: JSON.stringify({ json: input }) } }), path)) as T;
