import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import {
  type FieldRule, fieldRules, importOptionsSchema, importSourceSchema, type PeoplePreset, peoplePresets, type PersonMapping, personMappingSchema, presetHeaders,
} from "@cml/domain/map"; // prettier-ignore
import { translate } from "@cml/i18n";
import { createImportFromFile } from "@cml/services/map";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";

type PeopleOptions = {
  source: string;
  preset?: PeoplePreset;
  columns?: PersonMapping;
  overwrite: FieldRule[];
  compare?: boolean;
  json?: boolean;
};

const general = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
const personal: readonly FieldRule[] = fieldRules.slice(fieldRules.indexOf("names"));
const text = (key: string): string => translate(shellLocale(), `platform:cli.import.people.${key}`, { rules: personal.join(", ") });

/** `cm import people FILE --preset van|nationbuilder|actionnetwork|plain`: a list of people, each put at their door. */
export const peopleImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("people")
    .description(text("description"))
    .argument("<file>", general("file"))
    .option("--source <name>", general("source"), readSource, "people")
    .addOption(new Option("--preset <preset>", text("preset")).choices(peoplePresets))
    .option("--columns <field=header,…>", text("columns"), readColumns)
    .option("--overwrite <fields>", text("overwrite"), readRules, [])
    .option("--compare", general("nar.compare"))
    .option("--json", general("json"))
    .addHelpText("after", `\n${text("headers")}\n${knownHeaders()}`)
    .action((file: string, options: PeopleOptions) => run(() => importPeople(output, file, options), options));
};

const importPeople = (
  output: Output,
  file: string,
  { source, preset, columns, overwrite, compare }: PeopleOptions,
): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const people = { preset: preset ?? null, mapping: columns ?? null };
    const view = await createImportFromFile(deps, systemActor(shellLocale()), {
      kind: "people",
      path: resolve(file),
      isComparison: compare === true,
      options: importOptionsSchema.parse({ source, people, overwrite }),
    });
    return finishImport(output, deps, view.id);
  });

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
