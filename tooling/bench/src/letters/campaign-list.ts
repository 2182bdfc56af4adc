import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { aCampaign } from "@cml/testing/factories";
import { atMost, type Figure } from "../figure";
import { answerOf, type Client, openClient, queryPath } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { startProduct } from "../product";
import { withFolder } from "../running";

const campaigns = 200;
const letters = 1_000_000;
const requests = 300;
const rounds = 3;
const administrator = { email: "bench@example.org", password: "Bench-Marks-2026" };

/** The administrators' table of 200 campaigns with a million letters behind it: searched, filtered, sorted, paged in turn. */
export const campaignList = (): Promise<Figure[]> =>
  withFolder("campaign-list", async (folder) => {
    // Written in one go and only read from then on, so nothing needs to survive a power cut.
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    try {
      await fill(postgres.url);
      const env = { ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password };
      const product = await startProduct(postgres.url, path.join(folder, "data"), env);
      const client = openClient(product.url, 1);
      try {
        const p95 = await measure(client);
        const figure = `campaign list with ${letters} letters behind it, p95, best of ${rounds} (${machine()})`;
        return [atMost({ bench: "letters", figure, value: p95, unit: "ms" }, 50)];
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await postgres.stop();
    }
  });

const fill = async (url: string): Promise<void> => {
  await migrate(url);
  const db = createDb(url);
  try {
    for (let n = 0; n < campaigns; n += 1) await aCampaign(db, { title: `Safe streets ${n}`, status: n % 4 === 0 ? "PAUSED" : "ACTIVE" });
    await writeLetters(db);
    await db.pool.query("ANALYZE");
  } finally {
    await db.close();
  }
};

/** A million letters of every state; the newest campaign has the most, as in life. */
const writeLetters = async ({ pool }: RootDb): Promise<void> => {
  await pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "userEmail", "userName", "userPostalCode", "recipientEmail",
       "recipientName", "recipientLevel", "emailMethod", "subject", "message", "status", "createdAt", "sentAt", "submissionId", "onceKey", "source")
     SELECT gen_random_uuid(), c."id", c."slug", 'supporter-' || n || '@example.com', 'Supporter ' || n, 'V5K0A1',
       'member-' || n % 300 || '@example.org', 'Member ' || n % 300, 'FEDERAL', 'SMTP', 'Safe streets', 'Please make our streets safe.',
       (ARRAY['SENT', 'SENT', 'SENT', 'SENT', 'FAILED', 'QUEUED', 'CLICKED', 'CANCELLED']::"CampaignEmailStatus"[])[1 + n % 8],
       now() - n * interval '2 seconds', now() - n * interval '2 seconds', gen_random_uuid(), 'bench-' || n, CASE n % 3 WHEN 0 THEN 'flyer' END
     FROM generate_series(1, $1::int) AS n
     JOIN (SELECT "id", "slug", row_number() OVER (ORDER BY "createdAt" DESC) - 1 AS place FROM "Campaign") c
       ON c.place = CASE WHEN n % 2 = 0 THEN 0 ELSE n % $2 END`,
    [letters, campaigns],
  );
  await pool.query(
    `UPDATE "Campaign" c SET "emailCount" = t.n FROM (SELECT "campaignId", count(*)::int AS n FROM "CampaignEmail" GROUP BY 1) t
     WHERE t."campaignId" = c."id"`,
  );
};

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

const measure = async (client: Client): Promise<number> => {
  const body = JSON.stringify({ json: { ...administrator, label: "bench" } });
  const signedIn = await client.ask({ method: "POST", path: "/trpc/admin/auth.sessions.token", body });
  const { accessToken } = answerOf<{ accessToken: string }>(signedIn);
  const headers = { authorization: `Bearer ${accessToken}` };
  const one = async (n: number): Promise<number> => {
    const begun = performance.now();
    const input = { page: 1, pageSize: 50, ...views[n % views.length] };
    const { total } = answerOf<{ total: number }>(
      await client.ask({ path: queryPath("admin", "influence.campaigns.list", input), headers }),
    );
    if (total === 0) throw new Error(`the list of ${JSON.stringify(input)} is empty`);
    return performance.now() - begun;
  };
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const times: number[] = [];
    for (let n = 0; n < requests; n += 1) times.push(await one(n));
    best = Math.min(best, percentile(times, 0.95));
  }
  return best;
};
