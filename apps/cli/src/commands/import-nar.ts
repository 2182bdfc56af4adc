import { resolve } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { type NarFilter, narFilterSchema } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { narImportFromPaths, narImportFromRemote } from "@cml/services/map";
import type { Command } from "commander";
import type { CommandResult, Output } from "../output";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";
import { finishImport } from "./finish-import";

type NarOptions = {
  province: string[];
  municipality: string[];
  postalCode: string[];
  district: string[];
  cut?: string;
  residential?: boolean;
  compare?: boolean;
  remote?: boolean;
  json?: boolean;
};

const text = (key: string): string => translate(shellLocale(), `platform:cli.import.nar.${key}`);
/** An option may be given again and again, and hold several names divided by commas. */
const collect = (given: string, before: string[]): string[] => [
  ...before,
  ...given
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== ""),
];

/** `cm import nar ZIP|FOLDER|FILE…` or `--remote`: the National Address Register, or the part of it that is asked for. */
export const narImportCommand = (group: Command, { run, output }: { run: Run; output: Output }): void => {
  group
    .command("nar")
    .description(text("description"))
    .argument("[paths...]", text("paths"))
    .option("--province <code>", text("province"), collect, [])
    .option("--municipality <name>", text("municipality"), collect, [])
    .option("--postal-code <code>", text("postalCode"), collect, [])
    .option("--district <name or number>", text("district"), (name: string, before: string[]) => [...before, name.trim()], [])
    .option("--cut <id>", text("cut"))
    .option("--residential", text("residential"))
    .option("--compare", text("compare"))
    .option("--remote", text("remote"))
    .option("--json", translate(shellLocale(), "platform:cli.import.json"))
    .action((paths: string[], options: NarOptions, command: Command) => {
      if ((paths.length === 0) !== (options.remote === true)) command.error(text("pathsOrRemote"));
      const filter = filterOf(options) ?? command.error(text("badFilter"));
      return run(() => importNar(output, { paths, filter, options }), options);
    });
};

type NarWish = { paths: string[]; filter: NarFilter; options: NarOptions };

const importNar = (output: Output, { paths, filter, options }: NarWish): Promise<CommandResult> => {
  const wish = { filter, overwrite: [], isComparison: options.compare === true };
  return withRuntime(async ({ deps }) => {
    const actor = systemActor(shellLocale());
    const view =
      options.remote === true
        ? await narImportFromRemote(deps, actor, wish)
        : await narImportFromPaths(deps, actor, { paths: paths.map((path) => resolve(path)), ...wish });
    return finishImport(output, deps, view.id);
  });
};

const filterOf = ({ province, municipality, postalCode, district, cut, residential }: NarOptions): NarFilter | null => {
  const read = narFilterSchema.safeParse({
    provinces: province.map((code) => code.toUpperCase()),
    municipalities: municipality,
    postalCodes: postalCode,
    federalDistricts: district,
    cutId: cut ?? null,
    residentialOnly: residential === true,
  });
  return read.success ? read.data : null;
};
