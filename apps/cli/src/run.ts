import type { CommandResult } from "./output";

/** What every command is given to run with: it writes the result, or the failure as a sentence. */
export type Run = (work: () => Promise<CommandResult>, options: { json?: boolean | undefined }) => Promise<void>;
