type Level = "debug" | "info" | "warn" | "error";

export type LogLine = { level: Level; facts: Record<string, unknown>; message: string };
export type FakeLogger = Record<Level, (facts: Record<string, unknown>, message: string) => void> & { lines: LogLine[] };

/** Keeps every line instead of writing it. */
export const fakeLogger = (): FakeLogger => {
  const lines: LogLine[] = [];
  const at = (level: Level) => (facts: Record<string, unknown>, message: string) => void lines.push({ level, facts, message });
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};
