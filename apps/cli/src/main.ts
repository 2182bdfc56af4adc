import { createProgram } from "./program";

process.exitCode = await createProgram({
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal: process.stderr.isTTY,
}).run(process.argv.slice(2));
