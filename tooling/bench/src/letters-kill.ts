import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbeddedPostgres } from "@cml/db";
import { insertLetters } from "@cml/db/influence";
import { systemActor } from "@cml/domain/kernel";
import { openRuntime, prepareDatabase, readEnv, type Runtime } from "@cml/runtime";
import { releaseLetters } from "@cml/services/influence";
import { aCampaign } from "@cml/testing/factories";
import { startSmtpSink } from "@cml/testing/smtp";
import { atMost, type Figure } from "./figure";
import { ownEnvironment } from "./own-environment";

const letters = 500;
const kills = 10;
// Jobs of the e-mail queue that run at once in one process, each with its own SMTP connection.
const connections = 4;
const worker = new URL("../../../apps/server/dist/worker.js", import.meta.url);

/**
 * 500 letters to a sink outside the sending process, which is killed (SIGKILL) ten times on the way. The sender is the
 * product's own worker as built; this process only looks for letters of dead senders more often than the schedule does.
 */
export const lettersKill = async (): Promise<Figure[]> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "letters-kill-"));
  // Started as root, the embedded PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
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
  await prepareDatabase(runtime);
  try {
    const campaignId = await writeLetters(runtime);
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
    await rm(folder, { recursive: true, force: true });
  }
};

const writeLetters = async ({ deps }: Runtime): Promise<string> => {
  const campaign = await aCampaign(deps.db, {});
  const common = {
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    userId: null,
    userName: "Ana",
    userPostalCode: "M5V3L9",
    recipientName: "R",
  };
  const rest = {
    recipientTitle: "MP",
    recipientLevel: "FEDERAL" as const,
    subject: "S",
    message: "M",
    senderIp: null,
    verificationId: null,
    locale: "en" as const,
  };
  await insertLetters(
    deps.db,
    Array.from({ length: letters }, (_, n) => {
      const submissionId = deps.newId();
      const keys = { id: deps.newId(), submissionId, receiptTokenHash: submissionId, onceKey: submissionId, createdAt: deps.clock.now() };
      return { ...common, ...rest, ...keys, userEmail: `s${n}@example.com`, recipientEmail: `r${n}@example.org` };
    }),
  );
  return campaign.id;
};

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
    const sender = spawn(process.execPath, [worker.pathname], {
      env: { ...ownEnvironment(), ...variables },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const goal = Math.floor((letters / (kills + 1)) * kill);
    await until(async () => (kill <= kills ? arrived() >= goal : (await unfinished()) === 0));
    await end(sender, kill <= kills ? "SIGKILL" : "SIGTERM");
  }
};

const end = async (sender: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (sender.exitCode !== null) throw new Error(`the worker ended by itself with code ${sender.exitCode}`);
  const gone = new Promise((resolve) => sender.once("exit", resolve));
  sender.kill(signal);
  await gone;
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
