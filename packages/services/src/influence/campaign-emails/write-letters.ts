import { afterCommit, type Db } from "@cml/db";
import { insertConsents, insertLetters } from "@cml/db/influence";
import { type Campaign, consentWordingVersion, letterConsentKinds, type WaitingLetters } from "@cml/domain/influence";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";

export type WrittenLetters = { receiptToken: string; letters: number; alreadyWritten: string[] };

/** The receipt's private token can be worked out again from the submission, so that a second click shows the same page. */
export const receiptTokenOf = (deps: Pick<Deps, "secrets">, submissionId: string): string =>
  deps.secrets.keyedHash("letter-receipt", submissionId);
export const receiptHashOf = (deps: Pick<Deps, "secrets">, token: string): string => deps.secrets.keyedHash("letter-receipt-token", token);

/**
 * Turns a confirmed submission into letter rows and consents, inside the caller's transaction. Once: the key of campaign,
 * sender and recipient is unique in the database; where repeats are allowed it is one letter for each submission.
 */
export const writeLetters = async (
  deps: Deps,
  db: Db,
  { campaign, waiting, verificationId }: { campaign: Campaign; waiting: WaitingLetters; verificationId: string | null },
): Promise<WrittenLetters> => {
  const now = deps.clock.now();
  const receiptToken = receiptTokenOf(deps, waiting.submissionId);
  const scope = campaign.allowRepeatLetters ? waiting.submissionId : waiting.email;
  const onceKeyOf = (recipientEmail: string) =>
    deps.secrets.keyedHash("letter-once", JSON.stringify([campaign.id, scope, recipientEmail.toLowerCase()]));
  const letters = waiting.letters.map((letter) => ({
    id: deps.newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    userId: waiting.userId,
    userEmail: waiting.email,
    userName: waiting.name,
    userPostalCode: waiting.postalCode,
    ...letter,
    senderIp: waiting.ipHash,
    submissionId: waiting.submissionId,
    receiptTokenHash: receiptHashOf(deps, receiptToken),
    onceKey: onceKeyOf(letter.recipientEmail),
    verificationId,
    locale: waiting.locale,
    createdAt: now,
  }));
  const written = new Set(await insertLetters(db, letters));
  const given = letterConsentKinds.filter((kind) => waiting.consents[kind]);
  await insertConsents(
    db,
    given.map((kind) => ({
      id: deps.newId(),
      kind,
      wordingVersion: consentWordingVersion,
      wording: translate(waiting.locale, `influence:consents.${kind}`),
      source: `campaign:${campaign.slug}`,
      locale: waiting.locale,
      email: waiting.email,
      campaignId: campaign.id,
      givenAt: now,
    })),
  );
  await afterCommit(db, async () => {
    // The rows are safe; should the queue be down, the release sweep comes by itself.
    await deps.jobs.add("influence.release-letters", {}).catch((error: unknown) => {
      deps.logger.warn({ error: String(error) }, "letters written, release not queued; the sweep will");
    });
    await deps.events.publish({ type: "letter.changed", campaignId: campaign.id });
  });
  return {
    receiptToken,
    letters: written.size,
    alreadyWritten: letters.filter(({ onceKey }) => !written.has(onceKey)).map(({ recipientName }) => recipientName),
  };
};
