import type { ModeratedResponse, ResponsePage } from "@cml/domain/influence";
import { signIn } from "../administrator";
import { atMost, type Figure } from "../figure";
import { answerOf, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { withWall } from "./wall-house";

const responses = 100_000;
const decisions = 100;
const rounds = 3;
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
    let page = await queue();
    const waiting = page.counts.PENDING;
    const next = async (n: number): Promise<number> => {
      const [first] = page.items;
      if (first === undefined) throw new Error("nothing waits any more");
      const begun = performance.now();
      await decide(first.id, n);
      page = await queue();
      return performance.now() - begun;
    };
    for (let n = 0; n < warmUp; n += 1) await next(n);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) {
      const times: number[] = [];
      for (let n = 0; n < decisions; n += 1) times.push(await next(n));
      best = Math.min(best, percentile(times, 0.95));
    }
    if (page.counts.PENDING !== waiting - warmUp - rounds * decisions) throw new Error(`${page.counts.PENDING} wait, of ${waiting}`);
    const figure = `moderation from item to item among ${responses} responses, ${decisions} decisions, p95, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "wall", figure, value: best, unit: "ms" }, 150)];
  });
