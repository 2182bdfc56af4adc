import util from "node:util";
import { PlainError } from "./plain-error.mjs";

export const usage = `npm start -- [--port N] [--data FOLDER] [--empty]

  --port N        the port people's browsers open (PORT, else 4000)
  --data FOLDER   where everything is kept (DATA_DIR, else .data)
  --empty         without the demo organisation`;

const options = { port: { type: "string" }, data: { type: "string" }, empty: { type: "boolean" }, help: { type: "boolean", short: "h" } };

/** `{ port, data, empty, help }` of the command line; a port is a number here, and unset stays undefined. */
export const readStartArguments = (argv) => {
  const { port, data, empty = false, help = false } = parse(argv);
  if (port !== undefined && !isPort(port)) throw new PlainError(`--port must be a whole number from 1 to 65535, like --port 4000.`);
  if (data === "") throw new PlainError("--data needs the name of a folder, like --data .data.");
  return { port: port === undefined ? undefined : Number(port), data, empty, help };
};

const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

const parse = (argv) => {
  try {
    return util.parseArgs({ args: argv, options, allowPositionals: false }).values;
  } catch (error) {
    throw new PlainError(`${error.message.split(". ")[0]}: use npm start -- --port N --data FOLDER --empty.`);
  }
};
