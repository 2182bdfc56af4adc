import type { VideoMetadata } from "@cml/domain/media";
import type { HandedJob, JobHold } from "@cml/domain/media";
import { readMetadata, UnreadableFile } from "../ffprobe";

export type Reports = {
  finishProbe: (input: { hold: JobHold; metadata: VideoMetadata }) => Promise<void>;
  fail: (input: { hold: JobHold; reason: string; unreadable: boolean }) => Promise<void>;
};

/** Reads one file and reports; a file that cannot be read is an answer too, anything else is tried again. */
export const probe = async (
  reports: Reports,
  job: HandedJob,
  { ffprobe, serverUrl }: { ffprobe: string; serverUrl: string },
): Promise<void> => {
  let metadata: VideoMetadata;
  try {
    metadata = await readMetadata(ffprobe, new URL(job.sourcePath, serverUrl).href, Math.min(30_000, job.holdSeconds * 900));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
    await reports.fail({
      hold: job.hold,
      reason: reason.replaceAll(job.sourcePath, "the file"),
      unreadable: error instanceof UnreadableFile,
    });
    return;
  }
  await reports.finishProbe({ hold: job.hold, metadata });
};
