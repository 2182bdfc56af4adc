import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createDb, migrate, startEmbeddedPostgres } from "@cml/db";
import { aCampaign } from "@cml/testing/factories";
import autocannon from "autocannon";
import { bareList } from "./bare-list-address";
import { atLeastShare, type Figure } from "./figure";
import { startProduct } from "./product";
import { freePort, root, type Running, startProgram, withFolder } from "./running";

const campaigns = 50;
const rounds = 3;
const roundSeconds = 5;
const connections = 10;
const question = encodeURIComponent(JSON.stringify({ json: { page: 1, pageSize: campaigns, locale: "en" } }));
const trpcList = `/trpc/public/influence.campaigns.list?input=${question}`;

/**
 * The public list of 50 campaigns, asked over HTTP of the whole product as it is started in production (sessions, limits,
 * headers, access, schemas) and of a bare Fastify route with the same query and the same JSON. Two processes on one database,
 * asked in turn, so that a slow minute of the machine falls on both.
 */
export const list = (): Promise<Figure[]> =>
  withFolder("list", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    try {
      await writeCampaigns(postgres.url);
      const product = await startProduct(postgres.url, path.join(folder, "data"));
      try {
        const bare = await startBare(postgres.url);
        try {
          return [await compare(`${product.url}${trpcList}`, `${bare.url}${bareList}`)];
        } finally {
          await bare.stop();
        }
      } finally {
        await product.stop();
      }
    } finally {
      await postgres.stop();
    }
  });

const writeCampaigns = async (url: string): Promise<void> => {
  await migrate(url);
  const db = createDb(url);
  for (let n = 0; n < campaigns; n += 1) await aCampaign(db, {});
  await db.close();
};

const startBare = async (databaseUrl: string): Promise<Running> => {
  const port = await freePort();
  const program = path.join(root, "tooling/bench/dist/serve-bare-list.js");
  return startProgram({ command: process.execPath, args: [program, databaseUrl, String(port)], env: { NODE_ENV: "production" }, port });
};

const compare = async (ours: string, bare: string): Promise<Figure> => {
  await requireSameAnswer(ours, bare);
  const total = { ours: 0, bare: 0 };
  for (const url of [ours, bare]) await requestsPerSecond(url, 2);
  for (let round = 0; round < rounds; round += 1) {
    total.ours += await requestsPerSecond(ours, roundSeconds);
    total.bare += await requestsPerSecond(bare, roundSeconds);
  }
  const measured = {
    bench: "list",
    figure: `public list of ${campaigns} campaigns through tRPC`,
    value: total.ours / rounds,
    unit: "requests/s",
  };
  return atLeastShare(measured, { reference: total.bare / rounds, share: 0.5 });
};

const requestsPerSecond = async (url: string, duration: number): Promise<number> => {
  const result = await autocannon({ url, connections, duration });
  if (result.errors + result.timeouts + result.non2xx > 0) throw new Error(`${url} refused or failed some requests`);
  return result.requests.total / result.duration;
};

type TrpcAnswer = { result?: { data?: { json?: unknown } } };

const requireSameAnswer = async (ours: string, bare: string): Promise<void> => {
  const answer = (await (await fetch(ours)).json()) as TrpcAnswer;
  const reference = (await (await fetch(bare)).json()) as { items: unknown[] };
  if (reference.items.length !== campaigns) throw new Error(`the reference lists ${reference.items.length} campaigns`);
  if (!isDeepStrictEqual(answer.result?.data?.json, reference)) throw new Error("the product and the reference do not answer the same");
};
