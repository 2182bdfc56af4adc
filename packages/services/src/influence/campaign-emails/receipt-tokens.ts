import type { Deps } from "../../deps";

type Keyed = Pick<Deps, "secrets">;

/** The receipt's private token can be worked out again from the submission, so that a second click shows the same page. */
export const receiptTokenOf = (deps: Keyed, submissionId: string): string => deps.secrets.keyedHash("letter-receipt", submissionId);
export const receiptHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("letter-receipt-token", token);

/** So can the mailed link's, because the reminder repeats it; at rest there is only its hash. */
export const confirmationTokenOf = (deps: Keyed, verificationId: string): string =>
  deps.secrets.keyedHash("letter-confirmation-link", verificationId);
export const confirmationHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("letter-confirmation", token);

/** How an address is named in limits and in the list of erased ones. */
export const emailLimitKey = (deps: Keyed, email: string): string => deps.secrets.keyedHash("letter-limit", email);
export const suppressionHashOf = (deps: Keyed, email: string): string => deps.secrets.keyedHash("suppression", email);
