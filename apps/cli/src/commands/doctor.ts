import { accessSync, constants, statfsSync } from "node:fs";
import { systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { findFfprobe, type Runtime, version } from "@cml/runtime";
import { examineHouse } from "@cml/services/overview";
import type { Command } from "commander";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

/** `facts` are for programs, `detail` is the same in words. */
type Finding = { check: string; ok: boolean; detail: string; facts?: Record<string, unknown> };
type Answer = Omit<Finding, "check" | "ok"> & { ok?: boolean };

const smallestFreeBytes = 1_000_000_000;
const largestClockGapMs = 5_000;

const say = (key: string, params: Record<string, string | number> = {}): string =>
  translate(shellLocale(), `platform:cli.doctor.${key}`, params);

/** `cm doctor`: asks each part whether it answers; exit code 1 when one does not. */
export const doctorCommand = (program: Command, { run }: { run: Run }): void => {
  program
    .command("doctor")
    .description(say("description"))
    .option("--json", say("json"))
    .action((options: { json?: boolean }) => run(examine, options));
};

const examine = async () => {
  const findings = await withRuntime((runtime) =>
    Promise.all(Object.entries(questions(runtime)).map(([check, ask]) => examineOne(check, ask))),
  );
  const ok = findings.every((finding) => finding.ok);
  const width = Math.max(...findings.map(({ check }) => say(`checks.${check}`).length));
  const lines = findings.map(({ check, ok: good, detail }) =>
    `${good ? "✓" : "✗"} ${say(`checks.${check}`).padEnd(width)}  ${detail}`.trimEnd(),
  );
  return { json: { ok, version, findings }, text: lines.join("\n"), failed: !ok };
};

const questions = ({ checks, deps, jobs, env }: Runtime): Record<string, () => Promise<Answer>> => {
  const house = examineHouse(deps, systemActor(shellLocale()));
  // Each question below waits for it and tells its failure; here it only must not count as unhandled.
  house.catch(() => undefined);
  const plain = (ask: () => Promise<void>) => async (): Promise<Answer> => {
    await ask();
    return { detail: "" };
  };
  return {
    ...Object.fromEntries(Object.entries(checks).map(([name, ask]) => [name, plain(ask)])),
    database: async () => {
      const { database: facts } = await house;
      return {
        detail: say(facts.embedded ? "embeddedDatabase" : "ownDatabase", { version: facts.version, count: facts.migrations }),
        facts,
      };
    },
    dataFolder: async () => examineFolder(env.DATA_DIR),
    storage: async () => {
      const key = `doctor/${deps.newId()}`;
      await deps.storage.put(key, Buffer.from("ok"), "text/plain");
      await deps.storage.remove(key);
      return { detail: "" };
    },
    queues: async () => {
      const counts = await jobs.counts();
      const sum = (state: "waiting" | "failed") => Object.values(counts).reduce((all, queue) => all + queue[state], 0);
      return {
        detail: say("queueCounts", { waiting: sum("waiting"), failed: sum("failed") }),
        facts: { backend: jobs.kind, queues: counts },
      };
    },
    mail: async () => {
      const { mail: facts } = await house;
      const params = { host: facts.host, port: facts.port };
      return { detail: say(facts.source === "mailbox" ? "keptMail" : "sentMail", params), facts };
    },
    ffprobe: async () => {
      const found = findFfprobe(env.FFPROBE_PATH);
      if (found === null) return { ok: false, detail: say("noFfprobe") };
      return { detail: say(`ffprobe.${found.origin}`, { path: found.path }), facts: found };
    },
    clock: async () => {
      const { clockAheadMs, timeZone } = await house;
      const time = new Intl.DateTimeFormat(`${shellLocale()}-CA`, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
        deps.clock.now(),
      );
      const facts = { timeZone, clockAheadMs };
      if (Math.abs(clockAheadMs) > largestClockGapMs)
        return { ok: false, detail: say("clockGap", { seconds: Math.round(clockAheadMs / 1000) }), facts };
      return { detail: `${time} (${timeZone})`, facts };
    },
  };
};

const examineFolder = (folder: string): Answer => {
  accessSync(folder, constants.W_OK);
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  const free = new Intl.NumberFormat(`${shellLocale()}-CA`, { maximumFractionDigits: 1 }).format(freeBytes / 1e9);
  return { ok: freeBytes >= smallestFreeBytes, detail: say("free", { folder, free }), facts: { folder, freeBytes } };
};

const examineOne = async (check: string, ask: () => Promise<Answer>): Promise<Finding> => {
  try {
    return { check, ok: true, ...(await ask()) };
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};
