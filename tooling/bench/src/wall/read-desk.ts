import { type ListResponsesInput, responseDesks, type ResponsePage } from "@cml/domain/influence";
import { signIn } from "../administrator";
import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { withWall } from "./wall-house";

const responses = 100_000;
const rounds = 3;

type Question = Partial<ListResponsesInput>;

// What one or two of them hold, what many do, what all do, what is only being typed, and what none does.
const searches = [
  "supporter 77123",
  "Mémber 399",
  "member 4",
  "thank you street",
  "th",
  "writing supporter 5",
  "supporter4@mail",
  "nobody says this",
];

/** The moderators' list over HTTP, signed in: every pile with and without words to look for, by kind and campaign, and pages far down. */
export const readDesk = (): Promise<Figure[]> =>
  withWall(responses, 1, async ({ client, campaign }) => {
    const headers = await signIn(client);
    const ask = async (question: Question): Promise<number> => {
      const begun = performance.now();
      const page: ResponsePage = answerOf(await client.ask({ path: queryPath("admin", "influence.responses.list", question), headers }));
      const spent = performance.now() - begun;
      if (question.search === searches[0] && question.desk === null && page.total !== 1) throw new Error(`${page.total} were found`);
      return spent;
    };
    const piles = [null, ...responseDesks];
    const filters: Question[] = [{}, { type: "EMAIL" }, { campaignId: campaign.id }];
    const listed = piles.flatMap((desk) => filters.flatMap((filter) => [1, 2, 40].map((page) => ({ desk, page, ...filter }))));
    const searched = piles.flatMap((desk) => searches.flatMap((search) => filters.map((filter) => ({ desk, search, ...filter }))));
    const best = async (questions: readonly Question[]): Promise<number> => {
      let p95 = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round += 1) {
        const times: number[] = [];
        for (const question of questions) times.push(await ask(question));
        p95 = Math.min(p95, percentile(times, 0.95));
      }
      return p95;
    };
    const among = `among ${responses} responses, p95, best of ${rounds} (${machine()})`;
    return [
      atMost({ bench: "wall", figure: `desk, ${listed.length} pages ${among}`, value: await best(listed), unit: "ms" }, 100),
      atMost({ bench: "wall", figure: `desk, ${searched.length} searches ${among}`, value: await best(searched), unit: "ms" }, 50),
    ];
  });
