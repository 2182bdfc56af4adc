import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { importOptionsSchema } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { createImportFromFile } from "@cml/services/map";
import { getBasemapFacts, removeBasemap } from "@cml/services/settings";
import type { Command } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";

type Options = { remove?: boolean; json?: boolean };

const text = (key: string, facts: Record<string, string | number> = {}): string =>
  translate(shellLocale(), `platform:cli.import.${key}`, facts);

/** `cm import basemap FILE`: a map of our own under every map; `--remove` takes it away. */
export const basemapCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("basemap")
    .description(text("basemap"))
    .argument("[file]", text("basemapFile"))
    .option("--remove", text("basemapRemove"))
    .option("--json", text("json"))
    .action((file: string | undefined, options: Options, command: Command) => {
      if ((file === undefined) !== (options.remove === true)) command.error(text("basemapWhich"));
      return run(() => (file === undefined ? remove() : bring(output, file)), options);
    });
};

const bring = (output: Output, file: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const options = importOptionsSchema.parse({ source: "basemap" });
    const actor = systemActor(shellLocale());
    const { id } = await createImportFromFile(deps, actor, { kind: "basemap", path: resolve(file), options });
    const done = await finishImport(output, deps, id);
    const facts = done.failed === true ? null : await getBasemapFacts(deps, actor);
    if (facts === null) return done;
    return { json: { ...done.json, ...facts }, text: text("basemapDone", { ...facts, attribution: facts.attribution ?? "–" }) };
  });

const remove = (): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const facts = await removeBasemap(deps, systemActor(shellLocale()));
    return { json: facts, text: text(facts.removed ? "basemapRemoved" : "basemapNone") };
  });
