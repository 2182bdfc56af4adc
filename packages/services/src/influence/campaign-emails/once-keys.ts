import type { Deps } from "../../deps";

type Keyed = Pick<Deps, "secrets">;
type Recipient = { recipientEmail: string; recipientKey: string | null };
type Scope = { campaignId: string; submissionId: string; recipient: Recipient };

const nameOf = ({ recipientEmail, recipientKey }: Recipient): string =>
  recipientEmail === "" ? `key:${recipientKey ?? ""}` : recipientEmail.toLowerCase();
const hash = (deps: Keyed, parts: string[]): string => deps.secrets.keyedHash("letter-once", JSON.stringify(parts));

/**
 * What makes a letter one and the same, in the database's unique column. A letter we send: campaign, sender and recipient
 * (the form instead of the sender where a campaign allows repeats). One that its writer brings on its way: the form, because
 * nobody proved the address; two tabs that both say "sent" meet in `claimedKey`.
 */
export const sentKey = (deps: Keyed, { campaignId, submissionId, recipient }: Scope, sender: string | null): string =>
  hash(deps, [campaignId, sender ?? submissionId, nameOf(recipient)]);

export const openedKey = (deps: Keyed, { campaignId, submissionId, recipient }: Scope): string =>
  hash(deps, ["opened", campaignId, submissionId, nameOf(recipient)]);

export const claimedKey = (deps: Keyed, { campaignId, submissionId, recipient }: Scope, sender: string | null): string =>
  hash(deps, ["claimed", campaignId, sender ?? submissionId, nameOf(recipient)]);

export const capturedKey = (deps: Keyed, submissionId: string): string => hash(deps, ["captured", submissionId]);
