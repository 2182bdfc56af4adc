import type { ModeratedResponse, ResponsePage } from "@cml/domain/influence";
import { signIn } from "../administrator";
import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { withWall } from "./wall-house";

const responses = 100_000;
const decisions = 200;
const warmUp = 20;

/** From one item to the next: a decision about the first that waits, and the queue as it is then, with its numbers. */
export const moderate = (): Promise<Figure[]> =>
  withWall(responses, 1, async ({ client }) => {
    const headers = await signIn(client);
    const queue = async (): Promise<ResponsePage> =>
      answerOf(await client.ask({ path: queryPath("admin", "influence.responses.list", { desk: "PENDING" }), headers }));
    const decide = async (id: string, n: number): Promise<ModeratedResponse> => {
      const isRefused = n % 3 === 0;
      const path = `/trpc/admin/influence.responses.${isRefused ? "reject" : "approve"}`;
      const input = isRefused ? { id, reason: "Not an answer." } : { id };
      return answerOf(await client.ask({ method: "POST", path, headers, body: JSON.stringify({ json: input }) }));
    };
    const times: number[] = [];
    let page = await queue();
    const waiting = page.counts.PENDING;
    for (let n = 0; n < warmUp + decisions; n += 1) {
      const [first] = page.items;
      if (first === undefined) throw new Error("nothing waits any more");
      const begun = performance.now();
      await decide(first.id, n);
      page = await queue();
      if (n >= warmUp) times.push(performance.now() - begun);
    }
    if (page.counts.PENDING !== waiting - warmUp - decisions) throw new Error(`${page.counts.PENDING} wait, of ${waiting}`);
    const figure = `moderation from item to item among ${responses} responses, ${decisions} decisions, p95 (${machine()})`;
    return [atMost({ bench: "wall", figure, value: percentile(times, 0.95), unit: "ms" }, 150)];
  });
