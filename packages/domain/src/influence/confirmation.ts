const hour = 3_600_000;
/** How long a confirmation link works, where no deadline comes sooner. */
export const confirmationDays = 7;
/** A browser whose address was confirmed is not asked again for so long. */
export const rememberedDays = 90;

type Deadlines = { submissionDeadline: Date | null; endsAt: Date | null };

/** When a confirmation link ends: after seven days, or with the deadline or the end of the campaign still to come. */
export const confirmationExpiry = (now: Date, { submissionDeadline, endsAt }: Deadlines): Date => {
  const ends = [submissionDeadline, endsAt].flatMap((at) => (at !== null && at > now ? [at.getTime()] : []));
  return new Date(Math.min(now.getTime() + confirmationDays * 24 * hour, ...ends));
};

/**
 * When the one reminder is due: two days before the link ends, or in the last third of a shorter life. Null where a link
 * lives less than three hours: the first mail is hardly read then.
 */
export const reminderDueAt = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }): Date | null => {
  const life = expiresAt.getTime() - createdAt.getTime();
  return life < 3 * hour ? null : new Date(expiresAt.getTime() - Math.min(48 * hour, life / 3));
};
