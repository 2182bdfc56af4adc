import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { cutCategories, type CutCategory, importOptionsSchema, type PointReading, pointReadings } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { createImportFromFile } from "@cml/services/map";
import { type Command, Option } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport, rejectedRowsCommand } from "./finish-import";
import { addressImportCommand } from "./import-addresses";
import { basemapCommand } from "./import-basemap";
import { lineImportCommand } from "./import-lines";
import { localImportCommands } from "./import-local";
import { narImportCommand } from "./import-nar";
import { peopleImportCommand } from "./import-people";
import { presetsCommand } from "./import-presets";
import { readSource } from "./read-source";

type CutOptions = { source: string; category?: CutCategory; json?: boolean; mend?: boolean; projection?: PointReading } & Partial<
  Record<"nameField" | "idField" | "colourField" | "categoryField", string>
>;

/** `cm import addresses|cuts FILE`, `nar`, `boundaries`, `representatives`, `undo`: takes the file into storage and imports it here, beside a running server or without one. */
export const importCommand = (program: Command, { run, output }: { run: Run; output: Output }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
  const group = program.command("import").description(text("description"));
  addressImportCommand(group, { run, output });
  group
    .command("cuts")
    .description(text("cuts"))
    .argument("<file>", text("file"))
    .requiredOption("--source <name>", text("source"), readSource)
    .addOption(new Option("--category <category>", text("category")).choices(cutCategories).default("NEIGHBORHOOD"))
    .option("--name-field <field>", text("nameField"))
    .option("--id-field <field>", text("idField"))
    .option("--colour-field <field>", text("colourField"))
    .option("--category-field <field>", text("categoryField"))
    .addOption(new Option("--projection <projection>", text("projection")).choices(pointReadings))
    .option("--mend", text("mend"))
    .option("--json", text("json"))
    .action((file: string, options: CutOptions) => run(() => importCuts(output, file, options), options));
  peopleImportCommand(group, { run, output });
  presetsCommand(group, { run, output });
  narImportCommand(group, { run, output });
  lineImportCommand(group, { run, output });
  basemapCommand(group, { run, output });
  rejectedRowsCommand(group, { run, output });
  localImportCommands(group, { run, output });
};

const importCuts = (output: Output, file: string, { source, category, ...given }: CutOptions): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const { nameField: name, idField: externalId, colourField: color, categoryField, projection, mend } = given;
    const areas = { name, externalId, color, category: categoryField, projection, mend };
    const options = importOptionsSchema.parse({ source, category, areas });
    const view = await createImportFromFile(deps, systemActor(shellLocale()), { kind: "cuts", path: resolve(file), options });
    return finishImport(output, deps, view.id);
  });
