import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import type { Campaign, GovernmentLevel } from "@cml/domain/influence";
import { startRepresentReplay } from "@cml/integrations/represent";
import { aCampaign } from "@cml/testing/factories";
import { type SmtpSink, startSmtpSink } from "@cml/testing/smtp";
import { answerOf, type Client, openClient, queryPath } from "../http-client";
import { startProduct } from "../product";
import { type Running, withFolder } from "../running";

/** A code whose answer is recorded: Toronto, with a member of parliament and a councillor. */
export const postalCode = "M5V3L9";

export type LettersHouse = {
  postgresFolder: string;
  db: RootDb;
  product: Running;
  client: Client;
  sink: SmtpSink;
  campaign: Campaign;
  /** The people the campaign writes to for `postalCode`. */
  targetIds: string[];
};

type Options = { levels?: GovernmentLevel[]; variables?: Record<string, string> };

/**
 * The product as in production with one live campaign, recorded answers of Represent and a mail server that takes everything;
 * every request may name the address it comes from, as a proxy does.
 */
export const withLettersHouse = <T>(
  { levels = ["FEDERAL", "MUNICIPAL"], variables = {} }: Options,
  work: (house: LettersHouse) => Promise<T>,
): Promise<T> =>
  withFolder("letters", async (folder) => {
    const undo: (() => unknown)[] = [];
    try {
      const postgresFolder = path.join(folder, "postgres");
      const postgres = await startEmbeddedPostgres({ folder: postgresFolder });
      undo.push(postgres.stop);
      await migrate(postgres.url);
      const db = createDb(postgres.url);
      undo.push(db.close);
      const replay = await startRepresentReplay();
      undo.push(replay.stop);
      const sink = await startSmtpSink();
      undo.push(sink.stop);
      const campaign = await aCampaign(db, { verifySender: false, targetGovernmentLevels: levels });
      const mail = { SMTP_HOST: sink.target.host, SMTP_PORT: String(sink.target.port), SMTP_FROM: "letters@example.org" };
      const env = { ...mail, REPRESENT_URL: replay.baseUrl, TRUST_PROXY: "loopback", ...variables };
      const product = await startProduct(postgres.url, path.join(folder, "data"), env);
      undo.push(product.stop);
      const client = openClient(product.url, 64);
      undo.push(client.close);
      const input = { campaignSlug: campaign.slug, postalCode, locale: "en", districts: [] };
      const found = answerOf<{ targets: { id: string; hasEmail: boolean }[] }>(
        await client.ask({ path: queryPath("public", "influence.representatives.lookUp", input) }),
      );
      const targetIds = found.targets.filter(({ hasEmail }) => hasEmail).map(({ id }) => id);
      return await work({ postgresFolder, db, product, client, sink, campaign, targetIds });
    } finally {
      for (const step of undo.reverse()) await step();
    }
  });

/** The address of supporter n: every one has her own. */
export const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
