// `npm run bench -- [name …] [--json]`: the figures of this product on this machine. Exit code 1 when one is missed.
import { parseArgs } from "node:util";
import type { Figure } from "./figure";
import { lettersKill } from "./letters-kill";
import { list } from "./list";
import { machine } from "./machine";
import { memory } from "./memory";
import { pageSize } from "./page-size";
import { start } from "./start";

const benches: Record<string, () => Promise<Figure[]>> = { start, list, letters: lettersKill, "page-size": pageSize, memory };

const show = ({ bench, figure, value, target, pass, unit, reference, ratio }: Figure): string => {
  const beside = ratio === undefined ? "" : `   (reference ${reference} ${unit}, ratio ${ratio})`;
  return `${pass ? "pass" : "MISS"}  ${bench.padEnd(10)} ${`${value} ${unit}`.padStart(18)}   ${target.padEnd(24)} ${figure}${beside}`;
};

const { values, positionals } = parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench ${unknown}: choose from ${Object.keys(benches).join(", ")}.\n`);
  process.exitCode = 1;
} else {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  if (!values.json) out(`On ${machine()}`);
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    for (const figure of (await benches[name]?.()) ?? []) {
      out(values.json ? JSON.stringify(figure) : show(figure));
      if (!figure.pass) process.exitCode = 1;
    }
  }
}
