// `npm start`: from a fresh clone to a running product, with nothing but Node on the machine.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { requireFreePort } from "./free-port.mjs";
import { describeHouse } from "./describe-house.mjs";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";
import { runPlainly } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";
import { readStartArguments, usage } from "./start-arguments.mjs";

const load = (...parts) => import(pathToFileURL(inRoot(...parts)).href);

// The demo has recorded answers for its own postal codes; every other code is asked of the real service.
const startReplay = async () => {
  const { startRepresentReplay } = await load("packages", "integrations", "dist", "represent", "index.js");
  const replay = await startRepresentReplay({ passThrough: "https://represent.opennorth.ca" });
  process.env.REPRESENT_URL = replay.baseUrl;
  return replay;
};

// When npm is killed without passing the signal on, nobody would stop us.
const stopWithParent = (house) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void house.close();
  }, 1000);
  watch.unref();
};

const main = async () => {
  requireNode();
  const { port, data, empty, help } = readStartArguments(process.argv.slice(2));
  if (help) return void process.stdout.write(`${usage}\n`);
  const production = process.env.NODE_ENV === "production";
  const wantedPort = port ?? Number(process.env.PORT || 4000);
  if (Number.isInteger(wantedPort) && wantedPort > 0 && wantedPort < 65_536) await requireFreePort(wantedPort);
  await prepare();

  // On a terminal the addresses should stand last; a service manager wants the log of every request.
  if (!production) process.env.LOG_LEVEL ||= "warn";
  const demo = !empty && !production;
  const replay = demo && !process.env.REPRESENT_URL ? await startReplay() : null;
  const { run } = await load("apps", "server", "dist", "main.js");
  const house = await run({
    port,
    dataDir: data === undefined ? undefined : path.resolve(data),
    demo,
    onClosed: () => replay?.stop(),
  }).catch(async (error) => {
    await replay?.stop();
    throw error;
  });
  process.stdout.write(describeHouse(house));
  stopWithParent(house);
};

await runPlainly(main);
