import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { boundarySetSchema } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { importBoundaries, importRepresentatives, type LocalImportResult } from "@cml/services/influence";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandResult, Output } from "../output";
import { openProgress } from "../progress";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { resumeAnyImport } from "./finish-import";
import { undoAnyImport } from "./undo-import";

type BoundaryOptions = { set: string; from: Date; source: string; id?: string; name?: string; nameFr?: string; json?: boolean };
type PeopleOptions = { council: string; json?: boolean };

const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);

/** `cm import boundaries|representatives FILE` and `cm import undo ID`: districts and who sits for them, from files. */
export const localImportCommands = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("boundaries")
    .description(text("boundaries"))
    .argument("<file>", text("boundaryFile"))
    .requiredOption("--set <name>", text("set"), readSet)
    .option("--from <day>", text("from"), readDay, new Date("1900-01-01T00:00:00Z"))
    .option("--source <name>", text("boundarySource"), "")
    .option("--id <column>", text("idColumn"))
    .option("--name <column>", text("nameColumn"))
    .option("--name-fr <column>", text("frenchColumn"))
    .option("--json", text("json"))
    .action((file: string, options: BoundaryOptions) => run(() => boundaries(output, file, options), options));
  group
    .command("representatives")
    .description(text("representatives"))
    .argument("<file>", text("file"))
    .option("--council <name>", text("council"), "council")
    .option("--json", text("json"))
    .addHelpText("after", `\n${text("representativeColumns")}`)
    .action((file: string, options: PeopleOptions) => run(() => representatives(output, file, options), options));
  group
    .command("resume")
    .description(text("resume"))
    .argument("<importId>", text("importId"))
    .option("--json", text("json"))
    .action((importId: string, options: { json?: boolean }) => run(() => resumeAnyImport(output, importId), options));
  group
    .command("undo")
    .description(text("undo"))
    .argument("<importId>", text("importId"))
    .option("--json", text("json"))
    .action((importId: string, options: { json?: boolean }) => run(() => undoAnyImport(importId), options));
};

const boundaries = (output: Output, file: string, { set, from, source, id, name, nameFr }: BoundaryOptions): Promise<CommandResult> =>
  imported(output, (deps, onProgress) =>
    importBoundaries(deps, systemActor(shellLocale()), {
      path: resolve(file),
      set,
      source: source === "" ? set : source,
      validFrom: from,
      columns: { id: id ?? null, nameEn: name ?? null, nameFr: nameFr ?? null },
      onProgress,
    }),
  );

const representatives = (output: Output, file: string, { council }: PeopleOptions): Promise<CommandResult> =>
  imported(output, (deps, onProgress) =>
    importRepresentatives(deps, systemActor(shellLocale()), { path: resolve(file), council, onProgress }),
  );

type Importer = (
  deps: Parameters<Parameters<typeof withRuntime>[0]>[0]["deps"],
  onProgress: ReturnType<typeof openProgress>["show"],
) => Promise<LocalImportResult & { removed?: number }>;

const imported = (output: Output, importer: Importer): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const progress = openProgress(output);
    const { importId, counts, rejects, removed } = await importer(deps, progress.show).finally(progress.close);
    for (const { row, reason, detail } of rejects.slice(0, 20))
      output.stderr.write(
        `${translate(shellLocale(), "platform:cli.import.rejectedRow", { row, reason: text(`reasons.${reason}`), detail })}\n`,
      );
    const gone = removed === undefined ? {} : { removed };
    const words = translate(shellLocale(), "platform:cli.import.done", counts);
    return {
      json: { ...counts, ...gone, importId },
      text: `${words}${removed === undefined || removed === 0 ? "" : ` ${translate(shellLocale(), "platform:cli.import.removed", { removed })}`}\n${translate(shellLocale(), "platform:cli.import.undoWith", { importId })}`,
    };
  });

const readSet = (given: string): string => {
  const read = boundarySetSchema.safeParse(given);
  if (!read.success) throw new InvalidArgumentError(text("badSet"));
  return read.data;
};

const readDay = (given: string): Date => {
  const day = new Date(`${given}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(day.getTime())) throw new InvalidArgumentError(text("badDay"));
  return day;
};
