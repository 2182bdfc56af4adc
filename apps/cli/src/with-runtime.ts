import { openRuntime, prepareDatabase, prepareDataFolder, readEnv, type Runtime } from "@cml/runtime";

/**
 * Opens the product's database for one command: the one a running server uses, or the embedded one, started for the command and stopped
 * after it unless somebody else uses it by then.
 */
export const withRuntime = async <T>(work: (runtime: Runtime) => Promise<T>): Promise<T> => {
  // Standard output belongs to the command's own words.
  const env = readEnv({ LOG_LEVEL: "silent" });
  await prepareDataFolder(env.DATA_DIR);
  const runtime = await openRuntime(env);
  try {
    await prepareDatabase(runtime);
    return await work(runtime);
  } finally {
    await runtime.close();
  }
};
