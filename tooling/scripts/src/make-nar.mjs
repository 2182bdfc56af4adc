// `tooling/scripts/make-nar --rows 1000000`: a register of invented addresses of any size, as tests and figures want it.
import { parseArgs } from "node:util";
import { cityNames, makeNar, vintageNames } from "./make-nar/index.mjs";

const usage = `usage: make-nar --rows N [--out DIR] [--zip] [--vintage ${vintageNames.join("|")}] [--city ${cityNames.join("|")}]… [--parts N] [--seed N]`;

const count = (name, text, least) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${name} is a whole number of at least ${least}`);
  return value;
};

try {
  const { values } = parseArgs({
    options: {
      rows: { type: "string" },
      out: { type: "string", default: "artifacts/nar" },
      zip: { type: "boolean", default: false },
      vintage: { type: "string", default: "202606" },
      city: { type: "string", multiple: true, default: ["ottawa"] },
      parts: { type: "string", default: "1" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.rows === undefined) throw new Error(usage);
  const order = {
    ...values,
    rows: count("rows", values.rows, 1),
    parts: count("parts", values.parts, 1),
    seed: count("seed", values.seed, 0),
  };
  const { files, addresses, buildings } = await makeNar(order);
  process.stdout.write(`${addresses} addresses in ${buildings} buildings\n${files.join("\n")}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
