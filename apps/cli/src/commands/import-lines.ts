import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { importSourceSchema, type MapLineKind, mapLineKinds } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { importLines } from "@cml/services/map";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandResult, Output } from "../output";
import { openProgress } from "../progress";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Options = { source: string; kind: MapLineKind; json?: boolean };

const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);

/** `cm import lines FILE`: roads, water and railways for the plain map. */
export const lineImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("lines")
    .description(text("lines"))
    .argument("<file>", text("lineFile"))
    .option("--source <name>", text("lineSource"), readSource, "openstreetmap")
    .addOption(new Option("--kind <kind>", text("lineKind")).choices(mapLineKinds).default("road"))
    .option("--json", text("json"))
    .action((file: string, options: Options) => run(() => lines(output, file, options), options));
};

const lines = (output: Output, file: string, { source, kind }: Options): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const locale = shellLocale();
    const progress = openProgress(output);
    const input = { path: resolve(file), source, kind, onProgress: progress.show };
    const { importId, counts, rejects } = await importLines(deps, systemActor(locale), input).finally(progress.close);
    for (const { row, reason, detail } of rejects.slice(0, 20))
      output.stderr.write(`${translate(locale, "platform:cli.import.rejectedRow", { row, reason: text(`reasons.${reason}`), detail })}\n`);
    const words = translate(locale, "platform:cli.import.done", counts);
    return { json: { ...counts, importId }, text: `${words}\n${translate(locale, "platform:cli.import.undoWith", { importId })}` };
  });

const readSource = (given: string): string => {
  const read = importSourceSchema.safeParse(given);
  if (!read.success) throw new InvalidArgumentError(text("badSource"));
  return read.data;
};
