import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { bestOf, type House, letters, withManyLetters } from "./many-letters";

const requests = 300;
const rounds = 3;

/** The administrators' table of 200 campaigns with a million letters behind it: searched, filtered, sorted, paged in turn. */
export const campaignList = (): Promise<Figure[]> =>
  withManyLetters(200, async (house) => {
    const p95 = await bestOf(rounds, () => measure(house));
    const figure = `campaign list with ${letters} letters behind it, p95, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "letters", figure, value: p95, unit: "ms" }, 50)];
  });

const views = [
  {},
  { page: 2 },
  { page: 4 },
  { sort: "letters" },
  { sort: "title", page: 3 },
  { status: "ACTIVE" },
  { status: "PAUSED", sort: "letters" },
  { level: "FEDERAL" },
  { search: "streets 1" },
];

const measure = async ({ client, headers }: House): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const begun = performance.now();
    const input = { page: 1, pageSize: 50, ...views[n % views.length] };
    const { total } = answerOf<{ total: number }>(
      await client.ask({ path: queryPath("admin", "influence.campaigns.list", input), headers }),
    );
    if (total === 0) throw new Error(`the list of ${JSON.stringify(input)} is empty`);
    times.push(performance.now() - begun);
  }
  return percentile(times, 0.95);
};
