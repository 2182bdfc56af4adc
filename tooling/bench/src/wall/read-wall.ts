import { governmentLevels, responseTypes, type Wall, wallSorts } from "@cml/domain/influence";
import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { type WallHouse, withWall } from "./wall-house";

const responses = 100_000;
const rounds = 3;
// The second page, and one far down: who leafs through a wall waits no longer.
const pagesOfEach = 3;

/** A wall of 100,000 responses, asked over HTTP by every filter there is in every order, three pages of each. */
export const readWall = (): Promise<Figure[]> =>
  withWall(responses, 1, async (house) => {
    const questions = await everyQuestion(house);
    let best = { p95: Number.POSITIVE_INFINITY, asked: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const times = await measure(house, questions);
      const p95 = percentile(times, 0.95);
      if (p95 < best.p95) best = { p95, asked: times.length };
    }
    const figure = `wall of ${responses} responses, any filter and sort, ${best.asked} pages, p95, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "wall", figure, value: best.p95, unit: "ms" }, 50)];
  });

type Question = { level: string | null; type: string | null; person: string | null; sort: string };

const everyQuestion = async (house: WallHouse): Promise<Question[]> => {
  const { people } = await ask(house, { level: null, type: null, person: null, sort: "RECENT" }, {});
  // Those with most, those with fewest, and nobody in particular.
  const some = [...people.slice(0, 3), ...people.slice(-3)].map(({ key }) => key);
  return wallSorts.flatMap((sort) =>
    [null, ...governmentLevels].flatMap((level) =>
      [null, ...responseTypes].flatMap((type) => [null, ...some].map((person) => ({ level, type, person, sort }))),
    ),
  );
};

const measure = async (house: WallHouse, questions: readonly Question[]): Promise<number[]> => {
  const times: number[] = [];
  for (const question of questions) {
    let after: string | null = null;
    let before: string | null = null;
    const timed = async (place: Place): Promise<Wall> => {
      const begun = performance.now();
      const wall = await ask(house, question, place);
      times.push(performance.now() - begun);
      return wall;
    };
    for (let page = 0; page < pagesOfEach; page += 1) {
      const wall: Wall = await timed({ after });
      if (wall.fitting > 0 && page === 0 && wall.items.length === 0) throw new Error(`the wall of ${JSON.stringify(question)} is empty`);
      after = wall.next;
      before = wall.previous;
      if (after === null) break;
    }
    if (before !== null) await timed({ before });
  }
  return times;
};

type Place = { after?: string | null; before?: string | null };

const ask = async ({ client, campaign }: WallHouse, question: Question, place: Place): Promise<Wall> => {
  const input = { campaignSlug: campaign.slug, ...question, ...place };
  return answerOf<Wall>(await client.ask({ path: queryPath("public", "influence.responses.wall", input) }));
};
