// Waits after the 1st, 2nd … refusal before DATA: together a little more than 24 hours.
const waitsSeconds = [30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];

/** When to try again after `attempts` soft failures; null when 24 hours of trying are over. */
export const nextAttemptAt = (attempts: number, now: Date): Date | null => {
  const wait = waitsSeconds[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 1_000);
};

/** A claim older than this belongs to a process that died: longer than any hand-over can last (mailer time-outs). */
export const claimLeaseSeconds = 240;

/** The Message-ID of a mail: the id of its row, at the domain it leaves from. */
export const messageIdOf = (id: string, fromAddress: string): string => `<${id}@${fromAddress.slice(fromAddress.lastIndexOf("@") + 1)}>`;
