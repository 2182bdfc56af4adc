/** What was started, to be stopped in the opposite order. */
export type UndoStack = {
  add: (name: string, stop: () => void | Promise<void>) => void;
  /** Stops everything once; a part that fails to stop does not keep the others running. */
  run: () => Promise<void>;
};

export const createUndoStack = (onFailure: (name: string, error: unknown) => void): UndoStack => {
  const parts: { name: string; stop: () => void | Promise<void> }[] = [];
  let running: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const { name, stop } of parts.reverse()) {
      try {
        await stop();
      } catch (error) {
        onFailure(name, error);
      }
    }
  };
  return {
    add: (name, stop) => void parts.push({ name, stop }),
    run: () => (running ??= stopAll()),
  };
};
