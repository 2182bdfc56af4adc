import { setTimeout as pause } from "node:timers/promises";
import { errorMessage } from "@cml/api-client";
import type { Api } from "./api";
import type { Environment } from "./env";
import { ffprobePath } from "./ffprobe";
import { probe } from "./processors/probe";

type Log = (message: string) => void;

/** Takes one job and does it; false when there was none. */
export const workOnce = async (api: Api, env: Environment): Promise<boolean> => {
  const job = await api.claim.mutate({});
  if (job === null) return false;
  const reports = { finishProbe: api.finishProbe.mutate, fail: api.fail.mutate };
  await probe(reports, job, { ffprobe: ffprobePath(env.FFPROBE_PATH), serverUrl: env.SERVER_URL });
  return true;
};

/** Works until told to stop; a server that does not answer is asked again, less and less often, up to a minute apart. */
export const work = async (api: Api, env: Environment, { signal, log }: { signal: AbortSignal; log: Log }): Promise<void> => {
  const pollMs = env.POLL_SECONDS * 1000;
  let waitMs = pollMs;
  while (!signal.aborted) {
    try {
      const worked = await workOnce(api, env);
      waitMs = pollMs;
      if (worked) continue;
    } catch (error) {
      waitMs = Math.min(waitMs * 2, 60_000);
      log(`The job was not finished: ${errorMessage(error)} Next try in ${waitMs / 1000} s.`);
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
  }
};
