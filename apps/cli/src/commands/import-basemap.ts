import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { importBasemap, removeBasemap } from "@cml/services/settings";
import type { Command } from "commander";
import type { CommandResult } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Options = { remove?: boolean; json?: boolean };

const text = (key: string, facts: Record<string, string | number> = {}): string =>
  translate(shellLocale(), `platform:cli.import.${key}`, facts);

/** `cm import basemap FILE`: a map of our own under every map; `--remove` takes it away. */
export const basemapCommand = (group: Command, { run }: { run: Run }): void => {
  group
    .command("basemap")
    .description(text("basemap"))
    .argument("[file]", text("basemapFile"))
    .option("--remove", text("basemapRemove"))
    .option("--json", text("json"))
    .action((file: string | undefined, options: Options, command: Command) => {
      if ((file === undefined) !== (options.remove === true)) command.error(text("basemapWhich"));
      return run(() => (file === undefined ? remove() : bring(file)), options);
    });
};

const bring = (file: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const facts = await importBasemap(deps, systemActor(shellLocale()), { path: resolve(file) });
    return { json: facts, text: text("basemapDone", { ...facts, attribution: facts.attribution ?? "–" }) };
  });

const remove = (): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const facts = await removeBasemap(deps, systemActor(shellLocale()));
    return { json: facts, text: text(facts.removed ? "basemapRemoved" : "basemapNone") };
  });
