import { afterCommit, type Db } from "@cml/db";
import {
  deleteUnsentOfSubmission,
  insertConsents,
  insertLetters,
  type LetterOfSubmission,
  liftSuppression,
  type NewLetter,
} from "@cml/db/influence";
import { type Campaign, consentWordingVersion, letterConsentKinds, type WaitingLetter, type WaitingLetters } from "@cml/domain/influence";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { openFollowUp } from "../follow-ups/open-follow-up";
import { announceLetters } from "./announce-letters";
import { sentKey } from "./once-keys";
import { queueRelease } from "./queue-release";
import { receiptHashOf, receiptTokenOf, suppressionHashOf } from "./receipt-tokens";

export type WrittenLetters = { receiptToken: string; letters: number; alreadyWritten: string[] };
type Writing = {
  campaign: Campaign;
  waiting: WaitingLetters;
  /** The proof that the address is the sender's; null where the campaign asks for none. */
  verificationId: string | null;
  /** What the same form wrote before. */
  before: readonly LetterOfSubmission[];
};

/**
 * Turns a submission into letter rows and consents, inside the caller's transaction if there is one. Once: the key of
 * campaign, sender and recipient is unique in the database; where repeats are allowed it is one letter for each submission.
 * What the same form opened or printed before is replaced, except where its writer said that it was sent.
 */
export const writeLetters = async (deps: Deps, db: Db, { campaign, waiting, verificationId, before }: Writing): Promise<WrittenLetters> => {
  const receiptToken = receiptTokenOf(deps, waiting.submissionId);
  const scope = campaign.allowRepeatLetters ? null : waiting.email;
  const { submissionId } = waiting;
  const letters = waiting.letters.map((letter) => ({
    ...rowOf(deps, waiting, letter),
    onceKey: sentKey(deps, { campaignId: campaign.id, submissionId, recipient: letter }, scope),
    verificationId,
  }));
  if (before.length > 0) await deleteUnsentOfSubmission(db, submissionId);
  const bySelf = before.filter(({ claimedSentAt }) => claimedSentAt !== null);
  const fresh = letters.filter((letter) => !bySelf.some((one) => isSameRecipient(one, letter)));
  const written = new Set(await insertLetters(db, fresh));
  if (verificationId !== null) await writeConsents(deps, db, waiting);
  await afterCommit(db, async () => {
    await queueRelease(deps);
    await announceLetters(deps, campaign.id);
  });
  return {
    receiptToken,
    letters: written.size,
    alreadyWritten: letters.filter(({ onceKey }) => !written.has(onceKey)).map(({ recipientName }) => recipientName),
  };
};

type Recipient = { recipientEmail: string; recipientKey?: string | null };
const isSameRecipient = (one: Recipient, other: Recipient): boolean =>
  one.recipientEmail === other.recipientEmail && (one.recipientEmail !== "" || one.recipientKey === other.recipientKey);

type RowFacts = Omit<WaitingLetters, "email" | "letters"> & { email: string | null };

/** What every letter of a submission says about itself, however it goes. */
export const rowOf = (
  deps: Deps,
  waiting: RowFacts,
  { locale, ...letter }: WaitingLetter,
): Omit<NewLetter, "onceKey" | "verificationId"> => ({
  ...letter,
  id: deps.newId(),
  campaignId: waiting.campaignId,
  campaignSlug: waiting.campaignSlug,
  userId: waiting.userId,
  userEmail: waiting.email,
  userName: waiting.name,
  userPostalCode: waiting.postalCode,
  userStreet: waiting.street,
  userCity: waiting.city,
  source: waiting.source,
  senderIp: waiting.ipHash,
  submissionId: waiting.submissionId,
  receiptTokenHash: receiptHashOf(deps, receiptTokenOf(deps, waiting.submissionId)),
  locale: locale ?? waiting.locale,
  createdAt: deps.clock.now(),
});

/** The ticked boxes of somebody whose address is proved; who had everything erased and comes back is no longer suppressed. */
export const writeConsents = async (deps: Deps, db: Db, waiting: WaitingLetters): Promise<void> => {
  const given = letterConsentKinds.filter((kind) => waiting.consents[kind]);
  if (given.length === 0) return;
  await liftSuppression(db, suppressionHashOf(deps, waiting.email));
  await insertConsents(
    db,
    given.map((kind) => ({
      id: deps.newId(),
      kind,
      wordingVersion: consentWordingVersion,
      wording: translate(waiting.locale, `influence:consents.${kind}`),
      source: `campaign:${waiting.campaignSlug}`,
      locale: waiting.locale,
      email: waiting.email,
      campaignId: waiting.campaignId,
      givenAt: deps.clock.now(),
    })),
  );
  if (waiting.consents.tellHowItEnds) await openFollowUp(deps, db, waiting);
};
