import { AppError, idSchema, systemActor } from "@cml/domain/kernel";
import { errorText, translate } from "@cml/i18n";
import { firstRejectedRows, requestResume, runImport, streamRejectedRows } from "@cml/services/map";
import type { Command } from "commander";
import type { CommandResult, Output } from "../output";
import { openProgress } from "../progress";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Deps = Parameters<Parameters<typeof withRuntime>[0]>[0]["deps"];

/** Runs an import that was set up, with a progress bar, and tells what became of it. */
export const finishImport = async (output: Output, deps: Deps, importId: string): Promise<CommandResult> => {
  const locale = shellLocale();
  const progress = openProgress(output);
  const done = await runImport(deps, systemActor(locale), { importId, onProgress: progress.show }).finally(progress.close);
  const json = { ...done.counts, importId: done.id, ...(done.isComparison ? { comparison: true } : {}) };
  const words = done.isComparison ? "compared" : "done";
  const rejected = done.counts.rejected === 0 ? "" : await rejectedText(deps, importId);
  if (done.status === "COMPLETED") return { json, text: `${translate(locale, `platform:cli.import.${words}`, done.counts)}${rejected}` };
  const reason =
    done.error === null ? translate(locale, "platform:cli.import.cancelled") : errorText(locale, done.error.messageKey, done.error.params);
  output.stderr.write(`${reason}\n`);
  return {
    json: { ...json, error: reason },
    text: `${translate(locale, "platform:cli.import.stopped", done.counts)}${rejected}`,
    failed: true,
  };
};

/** The first rows that were not taken, and where the others are. */
const rejectedText = async (deps: Deps, importId: string): Promise<string> => {
  const locale = shellLocale();
  const rows = await firstRejectedRows(deps, systemActor(locale), { importId });
  const lines = rows.map(({ row, file, reason, detail }) =>
    translate(locale, `platform:cli.import.${file === null ? "rejectedRow" : "rejectedRowOf"}`, {
      row,
      file: file ?? "",
      reason: translate(locale, `map:import.rejected.${reason}`),
      detail,
    }).replace(" ()", ""),
  );
  return [...lines.map((line) => `\n  ${line}`), `\n${translate(locale, "platform:cli.import.rejectedAll", { importId })}`].join("");
};

/** `cm import rejected ID`: every row an import did not take, as the wizard gives them. */
export const rejectedRowsCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
  group
    .command("rejected")
    .description(text("rejected"))
    .argument("<id>", text("importId"))
    .action((importId: string) => run(() => printRejected(output, importId), {}));
};

const printRejected = (output: Output, importId: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    if (!idSchema.safeParse(importId).success) throw new AppError("NOT_FOUND", "map.import.notFound");
    for await (const line of streamRejectedRows(deps, systemActor(shellLocale()), importId)) output.stdout.write(line);
    return { json: {}, text: "" };
  });

/** Goes on with an import that was stopped or failed, from its checkpoint. */
export const resumeAnyImport = (output: Output, importId: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    if (!idSchema.safeParse(importId).success) throw new AppError("NOT_FOUND", "map.import.notFound");
    await requestResume(deps, systemActor(shellLocale()), { importId });
    return finishImport(output, deps, importId);
  });
