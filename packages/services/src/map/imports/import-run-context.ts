import type { StoredImport } from "@cml/db/map";
import type { ImportCounts } from "@cml/domain/map";

/** Told after each chunk has been committed. */
export type ImportListener = (state: { counts: ImportCounts; share: number }) => void;

/** Thrown inside a run that was cancelled, or that another worker goes on with. */
export class ImportStopped extends Error {
  constructor() {
    super("import stopped");
    this.name = "ImportStopped";
  }
}

export type ImportContext = {
  run: StoredImport;
  /** Fires when the process is about to close. */
  signal: AbortSignal | undefined;
  onProgress: (counts: ImportCounts, share: number) => Promise<void>;
};

/** Thrown when the process is about to close: the run stays RUNNING and goes on from its checkpoint elsewhere. */
export class ImportInterrupted extends Error {
  constructor() {
    super("import interrupted");
    this.name = "ImportInterrupted";
  }
}
