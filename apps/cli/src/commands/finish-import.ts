import { AppError, idSchema, systemActor } from "@cml/domain/kernel";
import { errorText, translate } from "@cml/i18n";
import { requestResume, runImport } from "@cml/services/map";
import type { CommandResult, Output } from "../output";
import { openProgress } from "../progress";
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
  if (done.status === "COMPLETED") return { json, text: translate(locale, `platform:cli.import.${words}`, done.counts) };
  const reason =
    done.error === null ? translate(locale, "platform:cli.import.cancelled") : errorText(locale, done.error.messageKey, done.error.params);
  output.stderr.write(`${reason}\n`);
  return { json: { ...json, error: reason }, text: translate(locale, "platform:cli.import.stopped", done.counts), failed: true };
};

/** Goes on with an import that was stopped or failed, from its checkpoint. */
export const resumeAnyImport = (output: Output, importId: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    if (!idSchema.safeParse(importId).success) throw new AppError("NOT_FOUND", "map.import.notFound");
    await requestResume(deps, systemActor(shellLocale()), { importId });
    return finishImport(output, deps, importId);
  });
