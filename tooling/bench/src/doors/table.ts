import path from "node:path";
import { createDb, migrate, startEmbeddedPostgres } from "@cml/db";
import { foldTileDeltas } from "@cml/db/map";
import { locationSorts } from "@cml/domain/map";
import { administratorEnv, signIn } from "../administrator";
import { atMost, type Figure } from "../figure";
import { answerOf, type Client, openClient, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { startProduct } from "../product";
import { withFolder } from "../running";
import { writeBuildings } from "./city-rows";

const bench = "doors";
const millionRows = 1_000_000;
const rounds = 3;

/** One of every filter, of those that leave few, many and nearly all in, and some together. */
const filters = (cut: string): Record<string, unknown>[] => [
  {},
  { q: "12 street1" },
  { q: "street77" },
  { q: "town 3" },
  { q: "street" },
  { postal: "K3" },
  { postal: "K3B4A5" },
  { municipality: "Town 0" },
  { municipality: "Town 12" },
  { municipality: "Town 24" },
  { district: "Riding 20" },
  { district: "Riding 74" },
  { cut },
  { type: ["COMMERCIAL"] },
  { type: ["SINGLE_FAMILY"] },
  { type: ["MULTI_UNIT", "MIXED_USE"] },
  { support: ["1"] },
  { support: ["none"] },
  { support: ["1", "4"] },
  { band: ["high"] },
  { band: ["low"] },
  { band: ["none"] },
  { visited: "yes" },
  { visited: "no" },
  { visited: "in30" },
  { visited: "before180" },
  { provider: ["LOCAL"] },
  { provider: ["none"] },
  { sign: "yes" },
  { sign: "no" },
  { outcome: ["REFUSED"] },
  { municipality: "Town 20", support: ["1"] },
  { municipality: "Town 12", type: ["SINGLE_FAMILY"], visited: "no" },
  { cut, support: ["none"], band: ["medium"] },
];

type Page = { items: unknown[]; next: string | null };
type House = { client: Client; headers: Record<string, string>; cut: string };

/** The table of buildings in every order, up and down, under every filter: its first page and the one after it, through the whole server. */
export const tablePage = ({ rows = millionRows }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("door-table", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    try {
      const cut = await fill(postgres.url, rows);
      const product = await startProduct(postgres.url, path.join(folder, "data"), administratorEnv);
      const client = openClient(product.url, 1);
      try {
        const house = { client, headers: await signIn(client), cut };
        const best = new Map<string, number>();
        for (let round = 0; round < rounds; round += 1)
          for (const [page, time] of await measure(house)) best.set(page, Math.min(time, best.get(page) ?? time));
        const p95 = percentile([...best.values()], 0.95);
        const figure = `table page of ${rows} buildings, ${best.size} filters, orders and pages, each the best of ${rounds}, p95 (${machine()}); slowest ${slowest(best)}`;
        return [atMost({ bench, figure, value: p95, unit: "ms" }, 100)];
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await postgres.stop();
    }
  });

const fill = async (url: string, rows: number): Promise<string> => {
  await migrate(url);
  const db = createDb(url);
  try {
    await writeBuildings(db, rows);
    await foldTileDeltas(db);
    const { rows: found } = await db.pool.query<{ id: string }>(`SELECT "id" FROM "Cut" WHERE "name" = 'Ward 40'`);
    return found[0]?.id ?? "";
  } finally {
    await db.close();
  }
};

const slowest = (times: ReadonlyMap<string, number>): string =>
  [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([page, time]) => `${page} ${time.toFixed(0)} ms`)
    .join(", ");

const measure = async ({ client, headers, cut }: House): Promise<Map<string, number>> => {
  const times = new Map<string, number>();
  for (const filter of filters(cut))
    for (const sort of locationSorts)
      for (const descending of [false, true]) {
        let after: string | null = null;
        for (let page = 0; page < 2; page += 1) {
          const input: Record<string, unknown> = { filter, sort, descending, after };
          const begun = performance.now();
          const answer = answerOf<Page>(await client.ask({ path: queryPath("admin", "map.locations.list", input), headers }));
          times.set(`${JSON.stringify(filter)} by ${sort} ${descending ? "down" : "up"}, page ${page + 1}`, performance.now() - begun);
          if (answer.items.length === 0) throw new Error(`the table under ${JSON.stringify(filter)} is empty`);
          if (answer.next === null) break;
          after = answer.next;
        }
      }
  return times;
};
