import { z } from "zod";

/** A proof-of-work challenge in the form of Altcha: find the number whose hash with the salt is the challenge. */
export const proofChallengeSchema = z.object({
  algorithm: z.literal("SHA-256"),
  challenge: z.string(),
  /** Numbers above are never asked for. */
  maxnumber: z.int(),
  salt: z.string(),
  signature: z.string(),
});
export type ProofChallenge = z.infer<typeof proofChallengeSchema>;

/**
 * Largest number to be found. A slow phone needs about 0.1 ms for one hash through WebCrypto, so the worst case stays near
 * two seconds and the ordinary one takes half of that.
 */
export const proofMaxNumber = 20_000;
/** How long a challenge may be solved; a person reads, waits, and presses again. */
export const proofMinutes = 20;

/** What is known about a submission when it comes in; counts are of the last hour, this one included. */
export type SubmissionSigns = {
  trapFilled: boolean;
  /** Since the form was opened; null when the form did not say. */
  openForMs: number | null;
  fromAddress: number;
  fromEmail: number;
  /** Submissions to this campaign in the last minute that this process took. */
  toCampaign: number;
};

/** From which number on a rate looks odd; all far below the hard limits. */
export const oddRates = { fromAddress: 6, fromEmail: 3, toCampaign: 300 } as const;
/** Nobody reads and sends a letter faster. */
export const fastestPersonMs = 3_000;

/**
 * Whether a submission has to bring a proof of work. Programs are asked for what they show (a filled trap, no time to
 * read); rates never ask on a first letter, and a flood to one campaign asks those who come again.
 */
export const asksForProof = (signs: SubmissionSigns): boolean => {
  if (signs.trapFilled || (signs.openForMs !== null && signs.openForMs < fastestPersonMs)) return true;
  const first = signs.fromAddress <= 1 && signs.fromEmail <= 1;
  if (first) return false;
  return signs.fromAddress >= oddRates.fromAddress || signs.fromEmail >= oddRates.fromEmail || signs.toCampaign >= oddRates.toCampaign;
};
