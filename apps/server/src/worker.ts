import { openRuntime, prepareDataFolder, prepareDatabase, readEnv } from "@cml/runtime";
import { watchInbound } from "@cml/services/influence";
import { watchTileCounts } from "@cml/services/map";
import { describeError } from "./describe-error";
import { createProcessors } from "./processors";
import { runAsProgram, stopOnSignals } from "./run-as-program";
import { createUndoStack } from "./undo-stack";

const graceMs = 20_000;

// The same jobs that main.ts runs beside the server, in a process of their own.
await runAsProgram(async () => {
  const env = readEnv();
  const undo = createUndoStack((name, error) => process.stderr.write(`${name} did not stop: ${describeError(error).message}\n`));
  stopOnSignals(undo.run);
  try {
    await prepareDataFolder(env.DATA_DIR);
    const runtime = await openRuntime(env);
    undo.add("the runtime", runtime.close);
    await prepareDatabase(runtime);
    const workers = await runtime.jobs.startWorkers(createProcessors(runtime.deps));
    undo.add("the workers", async () => {
      await workers.close(graceMs);
    });
    await runtime.jobs.applySchedules();
    undo.add("the watch over schedules", runtime.jobs.watchSchedules().stop);
    undo.add("the inbound mailbox", watchInbound(runtime.deps).stop);
    undo.add("the counting of doors", watchTileCounts(runtime.deps).stop);
    runtime.deps.logger.info({}, "worker is running");
  } catch (error) {
    await undo.run();
    throw error;
  }
});
