import { translate } from "@cml/i18n";
import { version } from "@cml/runtime";
import type { Command } from "commander";
import type { Run } from "../program";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Finding = { check: string; ok: boolean; detail: string };

/** `cm doctor`: asks each part whether it answers; exit code 1 when one does not. */
export const doctorCommand = (program: Command, { run }: { run: Run }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.doctor.${key}`);
  program
    .command("doctor")
    .description(text("description"))
    .option("--json", text("json"))
    .action((options: { json?: boolean }) => run(examine, options));
};

const examine = async () => {
  const findings = await withRuntime(async ({ checks, deps }) => {
    const storage = async (): Promise<void> => {
      const key = `doctor/${deps.newId()}`;
      await deps.storage.put(key, Buffer.from("ok"), "text/plain");
      await deps.storage.remove(key);
    };
    const asked = await Promise.all(Object.entries({ ...checks, storage }).map(([check, ask]) => examineOne(check, ask)));
    const mail: Finding = { check: "mail", ok: true, detail: deps.config.embeddedMail ? "embedded" : deps.config.mail.target.host };
    return [...asked, mail];
  });
  const ok = findings.every((finding) => finding.ok);
  const lines = findings.map((finding) =>
    `${finding.ok ? "✓" : "✗"} ${translate(shellLocale(), `platform:cli.doctor.checks.${finding.check}`)} ${finding.detail}`.trimEnd(),
  );
  return { json: { ok, version, findings }, text: lines.join("\n"), failed: !ok };
};

const examineOne = async (check: string, ask: () => Promise<void>): Promise<Finding> => {
  try {
    await ask();
    return { check, ok: true, detail: "" };
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};
