import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbeddedPostgres } from "@cml/db";
import { queueSettings } from "@cml/jobs";
import { openRuntime, prepareDatabase, readEnv } from "@cml/runtime";
import { startTestRedis } from "@cml/testing/processes";
import { type SmtpSink, startSmtpSink } from "@cml/testing/smtp";
import { atLeastShare, type Figure } from "../figure";
import { root, withFolder } from "../running";
import { bareQueue } from "./bare-queue";
import { type Sender, startSender } from "./sender";
import { insertSomeLetters, someText } from "./some-letters";

const letters = 5_000;
const recipients = 50;
const rounds = 2;
const patienceMs = 300_000;
const share = 0.6;
// Both sides: mails in hand at once, each on a connection of its own.
const concurrency = queueSettings.email.concurrency;
const ourWorker = path.join(root, "apps/server/dist/worker.js");
const bareWorker = path.join(root, "tooling/bench/dist/letters/send-bare.js");

/**
 * 5,000 waiting letters, handed over to one sink that answers at once, so that nothing but the sender's own work is
 * measured: by the product's worker as built, and by BullMQ with pooled nodemailer on the same backend, in turn. Ours wait as
 * rows, theirs as jobs that hold the whole mail. The clock runs from the first arrival to the last.
 */
export const drain = (): Promise<Figure[]> =>
  withFolder("drain", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    const redis = await startTestRedis({ required: false });
    try {
      const figures = [await compare("PostgreSQL", { folder, databaseUrl: postgres.url })];
      if (redis !== null) figures.push(await compare("Redis", { folder, databaseUrl: postgres.url, redisUrl: redis.url }));
      return figures;
    } finally {
      await redis?.stop();
      await postgres.stop();
    }
  });

type Backend = { folder: string; databaseUrl: string; redisUrl?: string };

const compare = async (name: string, backend: Backend): Promise<Figure> => {
  const seconds = { ours: 0, bare: 0 };
  for (let round = 0; round < rounds; round += 1) {
    seconds.ours += await drainOurs(backend);
    seconds.bare += await drainBare(backend);
  }
  const perSecond = (total: number) => (rounds * letters) / total;
  const figure = `${letters} letters drained over SMTP, queues on ${name}, beside BullMQ with pooled nodemailer`;
  return atLeastShare(
    { bench: "letters", figure, value: perSecond(seconds.ours), unit: "letters/s" },
    { reference: perSecond(seconds.bare), share },
  );
};

const drainOurs = async ({ folder, databaseUrl, redisUrl }: Backend): Promise<number> => {
  const sink = await startSmtpSink();
  const variables = {
    DATABASE_URL: databaseUrl,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    DATA_DIR: path.join(folder, "data"),
    APP_SECRET: randomBytes(32).toString("hex"),
    SMTP_HOST: sink.target.host,
    SMTP_PORT: String(sink.target.port),
    SMTP_FROM: "letters@example.org",
    NODE_ENV: "development",
    LOG_LEVEL: "error",
  };
  const runtime = await openRuntime(readEnv(variables));
  try {
    await prepareDatabase(runtime);
    await insertSomeLetters(runtime.deps.db, { count: letters, recipients });
  } finally {
    await runtime.close();
  }
  return measure(sink, startSender([ourWorker], variables));
};

const drainBare = async ({ databaseUrl, redisUrl = databaseUrl }: Backend): Promise<number> => {
  const sink = await startSmtpSink();
  const { queue, close } = bareQueue(redisUrl);
  await queue.addBulk(Array.from({ length: letters }, (_, n) => ({ name: "send", data: bareMail(n) })));
  await queue.close();
  await close();
  return measure(sink, startSender([bareWorker, redisUrl, String(sink.target.port), String(concurrency)]));
};

const bareMail = (n: number) => {
  const text = someText(n);
  return {
    from: '"Supporter" <letters@example.org>',
    replyTo: `supporter-${n}@example.com`,
    to: `member-${n % recipients}@example.org`,
    subject: "A crossing by the school",
    text,
    html: `<p>${text.replaceAll("\n\n", "</p><p>")}</p>`,
  };
};

/** Seconds from the first letter at the sink to the last. */
const measure = async (sink: SmtpSink, sender: Sender): Promise<number> => {
  try {
    await until(sender, () => sink.received.length > 0);
    const [begun, already] = [performance.now(), sink.received.length];
    await until(sender, () => sink.received.length >= letters);
    const seconds = (performance.now() - begun) / 1000;
    // What arrived before the first look was not timed.
    return (seconds * letters) / (letters - already);
  } finally {
    await sender.end("SIGTERM");
    await sink.stop();
  }
};

const until = async (sender: Sender, reached: () => boolean): Promise<void> => {
  for (const end = Date.now() + patienceMs; !reached(); await wait(5)) {
    sender.requireAlive();
    if (Date.now() > end) throw new Error("the letters did not move for five minutes");
  }
};
