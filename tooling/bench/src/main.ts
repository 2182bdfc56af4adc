// `npm run bench -- [name …] [--only part] [--rows N] [--json]`: the figures of this product on this machine. Exit code 1 when one is missed.
import { parseArgs } from "node:util";
import { doorsParts } from "./doors";
import type { Figure } from "./figure";
import { lettersParts } from "./letters";
import { list } from "./list";
import { machine } from "./machine";
import { memory } from "./memory";
import { pageSize } from "./page-size";
import { start } from "./start";
import { turfParts } from "./turf";
import { wallParts } from "./wall";

type Wish = { rows?: number | undefined };
type Parts = Record<string, (wish: Wish) => Promise<Figure[]>>;

const benches: Record<string, Parts> = {
  start: { start },
  list: { list },
  letters: lettersParts,
  wall: wallParts,
  doors: doorsParts,
  turf: turfParts,
  "page-size": { "page-size": pageSize },
  memory: { memory },
};

const show = ({ bench, figure, value, target, pass, unit, reference, ratio }: Figure): string => {
  const beside = ratio === undefined ? "" : `   (reference ${reference} ${unit}, ratio ${ratio})`;
  return `${pass ? "pass" : "MISS"}  ${bench.padEnd(10)} ${`${value} ${unit}`.padStart(18)}   ${target.padEnd(24)} ${figure}${beside}`;
};

const out = (line: string) => process.stdout.write(`${line}\n`);

const run = async (parts: [string, Parts[string]][], { json, ...wish }: Wish & { json: boolean }): Promise<void> => {
  if (!json) out(`On ${machine()}`);
  for (const [, measure] of parts) {
    for (const figure of await measure(wish)) {
      out(json ? JSON.stringify(figure) : show(figure));
      if (!figure.pass) process.exitCode = 1;
    }
  }
};

const options = { json: { type: "boolean", default: false }, only: { type: "string", multiple: true }, rows: { type: "string" } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
const chosen = (positionals.length > 0 ? positionals : Object.keys(benches)).flatMap((name) => Object.entries(benches[name] ?? {}));
const parts = values.only === undefined ? chosen : chosen.filter(([part]) => values.only?.includes(part));
if (unknown !== undefined || parts.length === 0) {
  const [wrong, known] = unknown === undefined ? [values.only?.join(", "), chosen.map(([part]) => part)] : [unknown, Object.keys(benches)];
  process.stderr.write(`There is no bench ${wrong}: choose from ${known.join(", ")}.\n`);
  process.exitCode = 1;
} else {
  await run(parts, { json: values.json, rows: values.rows === undefined ? undefined : Number(values.rows) });
}
