/** Letters on the queue at once; the rest waits in the table, where windows, rates and pauses are decided. */
export const releasedAtMost = 2_000;

/** Letters in one job of the queue. */
export const lettersPerJob = 25;

/** Letters one process hands over at once, each on a connection of its own; mail servers dislike more. */
export const handedOverAtOnce = 8;

/** Jobs one process has in hand: while the letters of one are handed over, those of the next are taken. */
export const jobsInHandAtOnce = 2;

/** Each process asks for more after so many; well below the above, so that the queue does not run dry in between. */
export const refillEvery = 400;

/** A released letter nobody took for so long has lost its job. */
export const lostJobSeconds = 300;

/** Waiting letters that are told why in one sweep. */
export const explainedAtMost = 5_000;

/** A letter whose holder has said nothing for so long belongs to a process that died; living ones speak every 5 seconds. */
export const letterLeaseSeconds = 25;
