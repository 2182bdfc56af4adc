import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbeddedPostgres } from "@cml/db";
import { systemActor } from "@cml/domain/kernel";
import { queueSettings } from "@cml/jobs";
import { openRuntime, prepareDatabase, readEnv, type Runtime } from "@cml/runtime";
import { releaseLetters } from "@cml/services/influence";
import { startSmtpSink } from "@cml/testing/smtp";
import { atMost, type Figure } from "../figure";
import { root, withFolder } from "../running";
import { startSender } from "./sender";
import { insertSomeLetters } from "./some-letters";

const letters = 500;
const kills = 10;
// Letters in hand at once in one process, each on its own SMTP connection.
const connections = queueSettings.email.concurrency;
const worker = path.join(root, "apps/server/dist/worker.js");

/**
 * 500 letters to a sink outside the sending process, which is killed (SIGKILL) ten times on the way. The sender is the
 * product's own worker as built; this process only looks for letters of dead senders more often than the schedule does.
 */
export const survivingKills = (): Promise<Figure[]> =>
  withFolder("letters-kill", async (folder) => {
    const sink = await startSmtpSink({ replyAfterMs: 25 });
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    const variables = {
      DATABASE_URL: postgres.url,
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
      const { campaignId } = await insertSomeLetters(runtime.deps.db, { count: letters, recipients: letters });
      await sendUnderFire(runtime, { variables, arrived: () => sink.received.length, campaignId });
      return await judge(
        runtime,
        campaignId,
        sink.received.map(({ to }) => to),
      );
    } finally {
      await runtime.close();
      await postgres.stop();
      await sink.stop();
    }
  });

type Fire = { variables: Record<string, string>; arrived: () => number; campaignId: string };

const sendUnderFire = async ({ deps }: Runtime, { variables, arrived, campaignId }: Fire): Promise<void> => {
  const unfinished = () => deps.db.prisma.campaignEmail.count({ where: { campaignId, status: { in: ["QUEUED", "SENDING"] } } });
  const until = async (reached: () => Promise<boolean>) => {
    for (const end = Date.now() + 120_000; Date.now() < end; await wait(20)) {
      if (await reached()) return;
      await releaseLetters(deps, systemActor(), { leaseSeconds: 3, lostSeconds: 6 });
    }
    throw new Error("the letters did not move for two minutes");
  };
  for (let kill = 1; kill <= kills + 1; kill += 1) {
    const sender = startSender([worker], variables);
    const goal = Math.floor((letters / (kills + 1)) * kill);
    await until(async () => (kill <= kills ? arrived() >= goal : (await unfinished()) === 0));
    await sender.end(kill <= kills ? "SIGKILL" : "SIGTERM");
  }
};

const judge = async ({ deps }: Runtime, campaignId: string, arrived: string[]): Promise<Figure[]> => {
  const rows = await deps.db.prisma.campaignEmail.findMany({ where: { campaignId }, select: { recipientEmail: true, status: true } });
  const inStatus = (status: string) => rows.filter((one) => one.status === status).map((one) => one.recipientEmail);
  const [sent, uncertain] = [inStatus("SENT"), inStatus("UNCERTAIN")];
  const received = new Set(arrived);
  const figure = (name: string, value: number, most: number): Figure =>
    atMost({ bench: "letters", figure: name, value, unit: "letters" }, most);
  return [
    figure(`of ${letters} at the sink twice, ${kills} kills`, arrived.length - received.size, 0),
    figure("neither SENT nor UNCERTAIN", letters - sent.length - uncertain.length, 0),
    figure("SENT that the sink does not have", sent.filter((to) => !received.has(to)).length, 0),
    figure("UNCERTAIN", uncertain.length, kills * connections),
  ];
};
