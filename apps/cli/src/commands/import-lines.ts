import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { importOptionsSchema, importSourceSchema, type MapLineKind, mapLineKinds } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { createImportFromFile } from "@cml/services/map";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";

type Options = { source: string; kind: MapLineKind; compare?: boolean; json?: boolean };

const text = (key: string): string => translate(shellLocale(), `platform:cli.import.${key}`);

/** `cm import lines FILE`: roads, water and railways for the plain map. */
export const lineImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("lines")
    .description(text("lines"))
    .argument("<file>", text("lineFile"))
    .option("--source <name>", text("lineSource"), readSource, "openstreetmap")
    .addOption(new Option("--kind <kind>", text("lineKind")).choices(mapLineKinds).default("road"))
    .option("--compare", text("nar.compare"))
    .option("--json", text("json"))
    .action((file: string, options: Options) => run(() => lines(output, file, options), options));
};

const lines = (output: Output, file: string, { source, kind, compare }: Options): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const options = importOptionsSchema.parse({ source, lineKind: kind });
    const wish = { kind: "lines", path: resolve(file), isComparison: compare === true, options } as const;
    const { id } = await createImportFromFile(deps, systemActor(shellLocale()), wish);
    return finishImport(output, deps, id);
  });

const readSource = (given: string): string => {
  const read = importSourceSchema.safeParse(given);
  if (!read.success) throw new InvalidArgumentError(text("badSource"));
  return read.data;
};
