import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { bestOf, type House, letters, withManyLetters } from "./many-letters";

const requests = 40;
const rounds = 3;

/** The statistics page of one campaign that has a million letters. */
export const statistics = (): Promise<Figure[]> =>
  withManyLetters(1, async (house) => {
    const p95 = await bestOf(rounds, () => measure(house));
    const figure = `statistics of a campaign with ${letters} letters, p95, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "letters", figure, value: p95, unit: "ms" }, 150)];
  });

const measure = async ({ client, headers, campaignId }: House): Promise<number> => {
  const path = queryPath("admin", "influence.campaigns.statistics", { id: campaignId });
  const times: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const begun = performance.now();
    const told = answerOf<{ letters: number }>(await client.ask({ path, headers }));
    if (told.letters !== letters) throw new Error(`${told.letters} letters are counted`);
    times.push(performance.now() - begun);
  }
  return percentile(times, 0.95);
};
