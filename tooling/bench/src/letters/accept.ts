import fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createDb, startEmbeddedPostgres } from "@cml/db";
import { v7 as newId } from "uuid";
import { atLeast, atMost, type Figure } from "../figure";
import { answerOf } from "../http-client";
import { addressOf, type LettersHouse, postalCode, withLettersHouse } from "./letters-house";

const seconds = 60;
const supportersAtOnce = 24;
const submit = "/trpc/public/influence.letters.submit";

/**
 * Supporters submit one letter as fast as they are answered, each with an address, an e-mail address and a submission of her own, every
 * check on, while the same process hands the letters over. After a minute the server and its database are killed under full
 * load; whoever was told "accepted" must have her letters in the database that comes up again.
 */
export const accept = (): Promise<Figure[]> =>
  withLettersHouse({ levels: ["FEDERAL"], variables: { WORKERS: "inline" } }, async (house) => {
    const run = startSupporters(house);
    await wait(seconds * 1000);
    const accepted = run.accepted.length;
    await Promise.all([killDatabase(house), house.product.kill()]);
    await run.ended;
    const lost = await countLost(house, run.accepted);
    const bench = "letters";
    return [
      atLeast(
        {
          bench,
          figure: `submissions of one letter accepted through tRPC, ${seconds} s, handed over by the same process meanwhile`,
          value: accepted / seconds,
          unit: "letters/s",
        },
        150,
      ),
      atMost(
        { bench, figure: `of ${run.accepted.length} submissions answered "accepted" lost by kill -9`, value: lost, unit: "submissions" },
        0,
      ),
    ];
  });

type Supporters = { accepted: string[]; ended: Promise<unknown> };

const startSupporters = (house: LettersHouse): Supporters => {
  const accepted: string[] = [];
  let next = 0;
  const supporter = async (): Promise<void> => {
    for (;;) {
      const submissionId = newId();
      const n = (next += 1);
      const answer = await house.client
        .ask({ method: "POST", path: submit, headers: { "x-forwarded-for": addressOf(n) }, body: letterOf(house, submissionId, n) })
        .catch(() => null);
      // Killed: from now on nobody is answered.
      if (answer === null || answer.status >= 500) return;
      const { state } = answerOf<{ state: string }>(answer);
      if (state !== "QUEUED") throw new Error(`supporter ${n} was answered ${state}`);
      accepted.push(submissionId);
    }
  };
  return { accepted, ended: Promise.all(Array.from({ length: supportersAtOnce }, supporter)) };
};

const letterOf = ({ campaign, targetIds }: LettersHouse, submissionId: string, n: number): string => {
  const who = { name: `Supporter ${n}`, email: `supporter-${n}@example.com`, postalCode, locale: "en" };
  const consents = { tellHowItEnds: n % 10 === 0, newsletter: n % 20 === 0 };
  const openedAt = new Date(Date.now() - 60_000).toISOString();
  const json = { submissionId, campaignSlug: campaign.slug, targetIds, ...who, consents, openedAt, trap: "" };
  return JSON.stringify({ json, meta: { values: { openedAt: ["Date"] } } });
};

/** SIGKILL to PostgreSQL's first process; its children notice and end by themselves. */
const killDatabase = async ({ postgresFolder }: LettersHouse): Promise<void> => {
  const file = await fs.readFile(path.join(postgresFolder, "postmaster.pid"), "utf8");
  process.kill(Number(file.split("\n")[0]), "SIGKILL");
};

/** Submissions that do not have all their letters in the database after it has recovered. */
const countLost = async ({ postgresFolder, targetIds }: LettersHouse, submissionIds: string[]): Promise<number> => {
  const { url } = await startEmbeddedPostgres({ folder: postgresFolder });
  const db = createDb(url);
  try {
    const { rows } = await db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS s("id")
       WHERE (SELECT count(*) FROM "CampaignEmail" e WHERE e."submissionId" = s."id") <> $2`,
      [submissionIds, targetIds.length],
    );
    return rows[0]?.n ?? submissionIds.length;
  } finally {
    await db.close();
  }
};
