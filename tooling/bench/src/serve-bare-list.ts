// The reference of the bench "list": Fastify as it comes, one route, the product's own query and mapping, JSON.stringify.
// No access check, no schema, no rate limit, no headers, no log: what a list costs when nothing but the list is asked for.
import { createDb } from "@cml/db";
import { listActiveCampaigns } from "@cml/db/influence";
import { publicCampaignSummarySchema, toPublicCampaign } from "@cml/domain/influence";
import Fastify from "fastify";
import { bareList } from "./bare-list-address";

const [databaseUrl = "", port = ""] = process.argv.slice(2);
const db = createDb(databaseUrl);
const app = Fastify();
const fields = publicCampaignSummarySchema.keyof().options;

app.get("/readyz", async () => "ready");
app.get(bareList, async (_request, reply) => {
  const now = new Date();
  const { items, ...rest } = await listActiveCampaigns(db, { page: 1, pageSize: 50, now });
  const summaries = items.flatMap((campaign) => {
    const shown = toPublicCampaign(campaign, "en", now);
    return shown === null ? [] : [Object.fromEntries(fields.map((field) => [field, shown[field]]))];
  });
  return reply.type("application/json").send(JSON.stringify({ ...rest, items: summaries }));
});

process.once("SIGINT", () => void app.close().then(() => db.close()));
await app.listen({ host: "127.0.0.1", port: Number(port) });
