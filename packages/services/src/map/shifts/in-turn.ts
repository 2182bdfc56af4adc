const turns = new Map<string, Promise<unknown>>();

/**
 * Lets changes of one shift's places begin one after another, so that two hundred people who want the last place wait here and not each
 * with a database connection in hand. It only keeps the line orderly in this process: who gets a place is decided by the shift's lock.
 */
export const inTurn = <T>(shiftId: string, work: () => Promise<T>): Promise<T> => {
  const mine = (turns.get(shiftId) ?? Promise.resolve()).then(work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  turns.set(shiftId, settled);
  void settled.then(() => {
    if (turns.get(shiftId) === settled) turns.delete(shiftId);
  });
  return mine;
};
