export { prepareDataFolder } from "./data-folder";
export { lockDataFolder } from "./data-lock";
export { type Env, type EnvSource, readEnv } from "./env";
export { type Ffprobe, findFfprobe } from "./find-ffprobe";
export { openRuntime, type Runtime } from "./open-runtime";
export { type Account, prepareDatabase, type Prepared } from "./prepare-database";
export { StartError } from "./start-error";
export { version } from "./version";
