import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import {
  type ColumnMapping, columnMappingSchema, csvReadingSchema, type FieldRule, fieldRules, type ImportOptions, importOptionsSchema, type PointReading, pointReadings,
} from "@cml/domain/map"; // prettier-ignore
import { translate } from "@cml/i18n";
import { createImportFromFile, previewImportFile } from "@cml/services/map";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";
import { previewText, refuseOddPoints } from "./preview-text";
import { readSource } from "./read-source";

type Given = {
  source: string;
  columns?: ColumnMapping;
  points?: PointReading;
  encoding?: string;
  delimiter?: keyof typeof delimiters;
  quote?: keyof typeof quotes;
  header?: keyof typeof headers;
  overwrite: FieldRule[];
  preview?: boolean;
  compare?: boolean;
  json?: boolean;
};

const general = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);
const text = (key: string): string => translate(shellLocale(), `platform:cli.import.table.${key}`, { rules: ofBuildings.join(", ") });

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const quotes = { double: '"', single: "'" } as const;
const headers = { yes: true, no: false } as const;
const ofBuildings: readonly FieldRule[] = fieldRules.slice(0, fieldRules.indexOf("names"));

/** `cm import addresses FILE`: a table of addresses, or GeoJSON points; what is not said is found by looking. */
export const addressImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("addresses")
    .description(general("addresses"))
    .argument("<file>", general("file"))
    .option("--source <name>", general("source"), readSource, "import")
    .option("--columns <field=header,…>", general("columns"), readColumns)
    .addOption(new Option("--points <reading>", text("points")).choices(pointReadings))
    .addOption(new Option("--encoding <name>", text("encoding")).choices(["utf-8", "utf-16le", "utf-16be", "windows-1252"]))
    .addOption(new Option("--delimiter <name>", text("delimiter")).choices(Object.keys(delimiters)))
    .addOption(new Option("--quote <name>", text("quote")).choices(Object.keys(quotes)))
    .addOption(new Option("--header <answer>", text("header")).choices(Object.keys(headers)))
    .option("--overwrite <fields>", text("overwrite"), readRules, [])
    .option("--preview", text("preview"))
    .option("--compare", general("nar.compare"))
    .option("--json", general("json"))
    .action((file: string, given: Given) => run(() => importAddresses(output, file, given), given));
};

const importAddresses = (output: Output, file: string, given: Given): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const actor = systemActor(shellLocale());
    const path = resolve(file);
    const options = optionsOf(given);
    const seen = await previewImportFile(deps, actor, { path, options });
    if (given.preview === true) return { json: seen, text: previewText(seen) };
    if (given.points === undefined) refuseOddPoints(seen);
    const view = await createImportFromFile(deps, actor, { kind: "addresses", path, isComparison: given.compare === true, options });
    return finishImport(output, deps, view.id);
  });

const optionsOf = ({ source, columns, points, encoding, delimiter, quote, header, overwrite }: Given): ImportOptions =>
  importOptionsSchema.parse({
    source,
    mapping: columns ?? null,
    points: points ?? "degrees",
    overwrite,
    csv: csvReadingSchema.parse({
      encoding: encoding ?? null,
      delimiter: delimiter === undefined ? null : delimiters[delimiter],
      quote: quote === undefined ? null : quotes[quote],
      headerRow: header === undefined ? null : headers[header],
    }),
  });

/** `address=Adresse,latitude=Lat` → the mapping. */
const readColumns = (given: string): ColumnMapping => {
  const pairs = given.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()]);
  const read = columnMappingSchema.safeParse(Object.fromEntries(pairs));
  if (!read.success) throw new InvalidArgumentError(general("badColumns"));
  return read.data;
};

const readRules = (given: string): FieldRule[] =>
  given.split(",").map((name) => {
    const rule = ofBuildings.find((known) => known === name.trim());
    if (rule === undefined) throw new InvalidArgumentError(text("badOverwrite"));
    return rule;
  });
