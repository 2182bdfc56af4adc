import { connect } from "./api";
import { readEnvironment } from "./env";
import { work } from "./work";

const read = readEnvironment(process.env); // eslint-disable-line no-restricted-properties -- handed to env.ts, which validates it

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

if ("problems" in read) {
  for (const problem of read.problems) say(problem);
  process.exitCode = 1;
} else {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  say(`Working for ${read.env.SERVER_URL}. Stop with Ctrl-C.`);
  await work(connect(read.env), read.env, { signal: stop.signal, log: say });
}
