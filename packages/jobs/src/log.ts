/** The part of the structured log that queues use; messages are constant, facts carry no personal data. */
export type JobsLog = Record<"info" | "warn" | "error", (facts: Record<string, unknown>, message: string) => void>;

export const factsOfError = (error: unknown): { error: string; stack?: string } =>
  error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
