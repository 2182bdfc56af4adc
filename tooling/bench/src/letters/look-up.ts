import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { askPaced, percentile } from "../pace";
import { addressOf, type LettersHouse, postalCode, withLettersHouse } from "./letters-house";

const codes = 500;
const perSecond = 100;
const seconds = 15;
const rounds = 3;

/** Look-ups of 500 known codes by a hundred people a second, each from an address of her own, asked over HTTP. */
export const lookUp = (): Promise<Figure[]> =>
  withLettersHouse({}, async (house) => {
    const known = await rememberCodes(house);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) best = Math.min(best, percentile(await askAll(house, known, round), 0.95));
    const figure = `look-up from cache, p95 at ${perSecond} requests/s, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "letters", figure, value: best, unit: "ms" }, 25)];
  });

const askAll = ({ client, campaign }: LettersHouse, known: string[], round: number): Promise<number[]> =>
  askPaced(
    async (n) => {
      const input = { campaignSlug: campaign.slug, postalCode: known[(n * 7919) % known.length], locale: "en", districts: [] };
      const answer = await client.ask({
        path: queryPath("public", "influence.representatives.lookUp", input),
        headers: { "x-forwarded-for": addressOf(round * perSecond * seconds + n) },
      });
      const { targets } = answerOf<{ targets: unknown[] }>(answer);
      if (targets.length === 0) throw new Error("a look-up from the cache found nobody");
    },
    { perSecond, seconds },
  );

/** The recorded code's rows again under other codes, as if each had been looked up before. */
const rememberCodes = async ({ db }: LettersHouse): Promise<string[]> => {
  const letters = "ABCEGHJKLM";
  const all = Array.from({ length: codes }, (_, n) => `V${n % 10}${letters[Math.floor(n / 10) % 10] ?? "A"}${1 + Math.floor(n / 100)}A1`);
  for (const table of ["PostalCodeCache", "Representative"])
    await db.pool.query(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'postalCode', code))).*
       FROM "${table}" r CROSS JOIN unnest($1::text[]) AS code WHERE r."postalCode" = $2`,
      [all, postalCode],
    );
  return all;
};
