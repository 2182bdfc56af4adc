/** Letters on the queue at once; the rest waits in the table, where windows, rates and pauses are decided. */
export const releasedAtMost = 1_000;

/** A released letter nobody took for so long has lost its job. */
export const lostJobSeconds = 300;
