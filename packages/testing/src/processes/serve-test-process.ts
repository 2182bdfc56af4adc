import type { Methods } from "./test-process";

type Question = { id: number; name: string; args: never[] };

/** The child's half of `startTestProcess`: answers calls until the process is stopped. */
export const serveTestProcess = (methods: Methods): void => {
  const answer = async ({ id, name, args }: Question): Promise<void> => {
    try {
      const result = name === "ready" ? null : await methods[name]?.(...args);
      process.send?.({ id, result });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  process.on("message", (message) => void answer(message as Question));
  process.on("SIGTERM", () => process.exit(0));
};
