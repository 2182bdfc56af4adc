/**
 * Why a letter waits although it is due. The house's and the campaign's reasons hold all their letters; the recipient's
 * hold one. RATE, RECIPIENT_RATE, WINDOW and OFFICE_DIGEST end by themselves; the others end when a person changes something.
 */
export const letterHolds = [
  "HOUSE_PAUSED",
  "CAMPAIGN_PAUSED",
  "NOT_YET",
  "ENDED",
  "WINDOW",
  "RATE",
  "RECIPIENT_RATE",
  "RECIPIENT_TOTAL",
  "RECIPIENT_PARKED",
  "NO_SITTING_MEMBERS",
  "TARGET_SKIPPED",
  "OFFICE_DIGEST",
] as const;
export type LetterHold = (typeof letterHolds)[number];

export const isLetterHold = (text: string | null): text is LetterHold => letterHolds.some((hold) => hold === text);

/** Holds that end by themselves, soon: they are said while they last and leave no trace in the history. */
const passingHolds: readonly LetterHold[] = ["WINDOW", "RATE", "RECIPIENT_RATE"];
export const lastingHolds: readonly LetterHold[] = letterHolds.filter((hold) => !passingHolds.includes(hold));
