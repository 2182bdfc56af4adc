import { systemActor } from "@cml/domain/kernel";
import { type ImportPreset, presetKinds } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { listImportPresets } from "@cml/services/map";
import { type Command, Option } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Given = { kind?: ImportPreset["kind"]; json?: boolean };

const text = (key: string, facts: Record<string, string> = {}): string =>
  translate(shellLocale(), `platform:cli.import.people.presets.${key}`, facts);

/** `cm import presets`: what `--preset` knows beside the built-in ones, as saved here or in the wizard. */
export const presetsCommand = (group: Command, { run }: { run: Run; output: Output }): void => {
  group
    .command("presets")
    .description(text("description"))
    .addOption(new Option("--kind <kind>", text("kind")).choices(presetKinds))
    .option("--json", translate(shellLocale(), "platform:cli.import.json"))
    .action((given: Given) => run(() => listPresets(given), given));
};

const listPresets = ({ kind }: Given): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const presets: ImportPreset[] = [];
    for (const one of kind === undefined ? presetKinds : [kind])
      presets.push(...(await listImportPresets(deps, systemActor(shellLocale()), { kind: one })));
    return {
      json: { presets: presets.map(({ id: _id, ...preset }) => preset) },
      text: presets.length === 0 ? text("none") : presets.map(lineOf).join("\n"),
    };
  });

const lineOf = ({ kind, name, options }: ImportPreset): string => {
  const mapping = (kind === "people" ? options.people?.mapping : options.mapping) ?? {};
  const columns = Object.entries(mapping).map(([field, header]) => `${field}=${header}`);
  return text("line", { kind, name, columns: columns.length === 0 ? text("guessed") : columns.join(", ") });
};
