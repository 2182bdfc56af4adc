import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import {
  columnMappingSchema,
  cutCategories,
  type ColumnMapping,
  type CutCategory,
  type ImportKind,
  importOptionsSchema,
  importSourceSchema,
} from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { createImportFromFile } from "@cml/services/map";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommandResult, type Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { basemapCommand } from "./import-basemap";
import { finishImport } from "./finish-import";
import { lineImportCommand } from "./import-lines";
import { localImportCommands } from "./import-local";
import { narImportCommand } from "./import-nar";
import { peopleImportCommand } from "./import-people";

type ImportOptions = { source: string; columns?: ColumnMapping; category?: CutCategory; compare?: boolean; json?: boolean };

/** `cm import addresses|cuts FILE`, `nar`, `boundaries`, `representatives`, `undo`: takes the file into storage and imports it here, beside a running server or without one. */
export const importCommand = (program: Command, { run, output }: { run: Run; output: Output }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
  const group = program.command("import").description(text("description"));
  group
    .command("addresses")
    .description(text("addresses"))
    .argument("<file>", text("file"))
    .option("--source <name>", text("source"), readSource, "import")
    .option("--columns <field=header,…>", text("columns"), readColumns)
    .option("--compare", text("nar.compare"))
    .option("--json", text("json"))
    .action((file: string, options: ImportOptions) => run(() => importFile(output, { kind: "addresses", file, options }), options));
  group
    .command("cuts")
    .description(text("cuts"))
    .argument("<file>", text("file"))
    .requiredOption("--source <name>", text("source"), readSource)
    .addOption(new Option("--category <category>", text("category")).choices(cutCategories).default("NEIGHBORHOOD"))
    .option("--json", text("json"))
    .action((file: string, options: ImportOptions) => run(() => importFile(output, { kind: "cuts", file, options }), options));
  peopleImportCommand(group, { run, output });
  narImportCommand(group, { run, output });
  lineImportCommand(group, { run, output });
  basemapCommand(group, { run });
  localImportCommands(group, { run, output });
};

type ImportWish = { kind: ImportKind; file: string; options: ImportOptions };

const importFile = async (output: Output, { kind, file, options }: ImportWish): Promise<CommandResult> => {
  const locale = shellLocale();
  return withRuntime(async ({ deps }) => {
    const actor = systemActor(locale);
    const { source, columns, category, compare } = options;
    const run = await createImportFromFile(deps, actor, {
      kind,
      path: resolve(file),
      isComparison: compare === true,
      options: importOptionsSchema.parse({ source, mapping: columns ?? null, category }),
    });
    return finishImport(output, deps, run.id);
  });
};

const readSource = (text: string): string => {
  const read = importSourceSchema.safeParse(text);
  if (!read.success) throw new InvalidArgumentError(translate(shellLocale(), "platform:cli.import.badSource"));
  return read.data;
};

/** `address=Adresse,latitude=Lat` → the mapping. */
const readColumns = (text: string): ColumnMapping => {
  const pairs = text.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()]);
  const read = columnMappingSchema.safeParse(Object.fromEntries(pairs));
  if (!read.success) throw new InvalidArgumentError(translate(shellLocale(), "platform:cli.import.badColumns"));
  return read.data;
};
