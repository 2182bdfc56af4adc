import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import {
  type FieldRule, fieldRules, type ImportOptions, importOptionsInput, importOptionsSchema, importSourceSchema, peoplePresets, type PersonMapping,
  personMappingSchema, presetHeaders, savePresetInput,
} from "@cml/domain/map"; // prettier-ignore
import { translate } from "@cml/i18n";
import type { Deps } from "@cml/services";
import { createImportFromFile, previewImportFile, saveImportPreset, takeImportPreset } from "@cml/services/map";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";

type PeopleOptions = {
  source?: string;
  preset?: string;
  savePreset?: string;
  columns?: PersonMapping;
  overwrite?: FieldRule[];
  compare?: boolean;
  json?: boolean;
};

const general = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
const personal: readonly FieldRule[] = fieldRules.slice(fieldRules.indexOf("names"));
const text = (key: string): string =>
  translate(shellLocale(), `platform:cli.import.people.${key}`, {
    rules: personal.join(", "),
    presets: peoplePresets.join(", "),
  });

/** `cm import people FILE --preset van|nationbuilder|actionnetwork|plain|NAME`: a list of people, each put at their door. */
export const peopleImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("people")
    .description(text("description"))
    .argument("<file>", general("file"))
    .option("--source <name>", general("source"), readSource)
    .option("--preset <preset>", text("preset"))
    .option("--save-preset <name>", text("savePreset"), readName)
    .option("--columns <field=header,…>", text("columns"), readColumns)
    .option("--overwrite <fields>", text("overwrite"), readRules)
    .option("--compare", general("nar.compare"))
    .option("--json", general("json"))
    .addHelpText("after", `\n${text("headers")}\n${knownHeaders()}`)
    .action((file: string, options: PeopleOptions) => run(() => importPeople(output, file, options), options));
};

const importPeople = (output: Output, file: string, given: PeopleOptions): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const actor = systemActor(shellLocale());
    const path = resolve(file);
    const options = await optionsOf(deps, given);
    const isComparison = given.compare === true;
    const view = await createImportFromFile(deps, actor, { kind: "people", path, isComparison, options });
    if (given.savePreset !== undefined) {
      const { headers } = await previewImportFile(deps, actor, { path, options: importOptionsSchema.parse({ source: options.source }) });
      const kept = importOptionsInput.parse(options);
      await saveImportPreset(deps, actor, savePresetInput.parse({ kind: "people", name: given.savePreset, headers, options: kept }));
    }
    return finishImport(output, deps, view.id);
  });

/** What a saved preset remembers, and over it what was said this time. */
const optionsOf = async (deps: Deps, { preset, source, columns, overwrite }: PeopleOptions): Promise<ImportOptions> => {
  const known = peoplePresets.find((one) => one === preset) ?? null;
  const saved =
    preset === undefined || known !== null
      ? null
      : await takeImportPreset(deps, systemActor(shellLocale()), { kind: "people", name: preset });
  const read = saved?.options;
  return importOptionsSchema.parse({
    ...read,
    source: source ?? read?.source ?? "people",
    people: { preset: known ?? read?.people?.preset ?? null, mapping: columns ?? read?.people?.mapping ?? null },
    overwrite: overwrite ?? read?.overwrite ?? [],
  });
};

const knownHeaders = (): string =>
  peoplePresets
    .map((preset) => {
      const lines = Object.entries(presetHeaders[preset]).map(([field, headers]) => `    ${field.padEnd(16)}${headers.join(" | ")}`);
      return [`  ${preset}`, ...lines].join("\n");
    })
    .join("\n");

const readSource = (given: string): string => {
  const read = importSourceSchema.safeParse(given);
  if (!read.success) throw new InvalidArgumentError(general("badSource"));
  return read.data;
};

const readName = (given: string): string => {
  const read = savePresetInput.shape.name.safeParse(given);
  if (!read.success || peoplePresets.some((known) => known === read.data)) throw new InvalidArgumentError(text("badName"));
  return read.data;
};

const readColumns = (given: string): PersonMapping => {
  const pairs = given.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()]);
  const read = personMappingSchema.safeParse(Object.fromEntries(pairs));
  if (!read.success) throw new InvalidArgumentError(text("badColumns"));
  return read.data;
};

const readRules = (given: string): FieldRule[] =>
  given.split(",").map((name) => {
    const rule = personal.find((known) => known === name.trim());
    if (rule === undefined) throw new InvalidArgumentError(text("badOverwrite"));
    return rule;
  });
