import type { Claims, Jobs } from "@cml/jobs";
import type { MediaClaims } from "@cml/services";

/** Claims on media jobs, opened when the first worker asks: most processes never see one. */
export const openMediaClaims = (jobs: Pick<Jobs, "openClaims">): MediaClaims & { close: () => Promise<void> } => {
  const lockSeconds = 60;
  let opened: Promise<Claims> | undefined;
  const claims = () => (opened ??= jobs.openClaims("media", { lockSeconds }));
  return {
    lockSeconds,
    claim: async () => (await claims()).claim(),
    extend: async (hold) => (await claims()).extend(hold),
    complete: async (hold) => (await claims()).complete(hold),
    fail: async (hold, failure) => (await claims()).fail(hold, failure),
    close: async () => (await opened)?.close(),
  };
};
