import { type Db, transaction } from "@cml/db";
import {
  countLettersOfSubmission,
  findCampaign,
  findVerification,
  listLettersByReceipt,
  listLettersOfSubmission,
  lockVerification,
  useVerification,
  type Verification,
} from "@cml/db/influence";
import {
  type Campaign,
  type ConfirmedLetters,
  type ConfirmLettersInput,
  letterConsentKinds,
  type MailedTokenInput,
  type PendingLetters,
  type WaitingLetters,
  waitingLettersSchema,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { confirmationHashOf, receiptHashOf, receiptTokenOf } from "./receipt-tokens";
import { browserHashOf, browserTokenOf, remember } from "./remembered-browser";
import { writeConsents, writeLetters } from "./write-letters";

const linkLimit = { limit: 60, windowSeconds: 300 };
const nothing = { name: "", letters: [], consents: [] };

/** What the mailed link's page shows; reading it changes nothing, because scanners follow links. */
export const getPendingLetters = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<PendingLetters> => {
  await requireRoom(deps, `mailed-link:ip:${actor.ipHash}`, linkLimit);
  const verification = await findVerification(deps.db, confirmationHashOf(deps, token));
  const campaign = await campaignOf(deps, verification?.campaignId ?? null);
  if (verification === null || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const { slug: campaignSlug } = campaign;
  const told = { campaignSlug, campaignTitle: localized(campaign, "title", actor.locale), expiresAt: verification.expiresAt };
  if (verification.used) {
    const letters = await listLettersByReceipt(deps.db, receiptHashOf(deps, receiptTokenOf(deps, verification.id)));
    return { ...told, ...nothing, name: letters[0]?.userName ?? "", state: "CONFIRMED", letters: letters.map(toRead) };
  }
  if (verification.tempCampaignData === null) return { ...told, ...nothing, state: "EXPIRED" };
  const waiting = readWaitingLetters(verification.tempCampaignData);
  return {
    ...told,
    state: verification.expiresAt <= deps.clock.now() ? "EXPIRED" : "WAITING",
    name: waiting.name,
    letters: waiting.letters.map(toRead),
    consents: letterConsentKinds.filter((kind) => waiting.consents[kind]),
  };
};

type Read = PendingLetters["letters"][number];

/** What of a letter its writer reads before she confirms it: of addresses and keys nothing. */
const toRead = ({ recipientName, recipientTitle, subject, message }: Read): Read => ({ recipientName, recipientTitle, subject, message });

/**
 * Uses a mailed link: letters, consents and the used link in one transaction, on whatever device. Using it again gives the
 * same receipt. The browser that pressed the button is remembered, and the one that waits where it is in the same place.
 */
export const confirmLetters = async (deps: Deps, actor: Actor, input: ConfirmLettersInput): Promise<ConfirmedLetters> => {
  await requireRoom(deps, `mailed-link:ip:${actor.ipHash}`, linkLimit);
  return transaction(deps.db, async (db) => {
    const verification = await lockVerification(db, confirmationHashOf(deps, input.token));
    if (verification === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    const browser = input.remember ?? browserTokenOf(deps, "CONFIRMED", verification.id);
    if (verification.used) {
      const letters = await countLettersOfSubmission(db, verification.id);
      const receiptToken = letters === 0 ? null : receiptTokenOf(deps, verification.id);
      return { receiptToken, letters, alreadyWritten: [], remember: browser };
    }
    const now = deps.clock.now();
    if (verification.expiresAt <= now || verification.tempCampaignData === null) throw new AppError("CONFLICT", "letter.linkExpired");
    const waiting = readWaitingLetters(verification.tempCampaignData);
    const written = await write(deps, db, { verification, waiting });
    await useVerification(db, verification.id, now);
    await rememberBoth(deps, db, { waiting, browser, id: verification.id, samePlace: waiting.ipHash === actor.ipHash });
    return { ...written, remember: browser };
  });
};

type Written = Omit<ConfirmedLetters, "remember">;

const write = async (
  deps: Deps,
  db: Db,
  { verification, waiting }: { verification: Verification; waiting: WaitingLetters },
): Promise<Written> => {
  const campaign = await findCampaign(db, waiting.campaignId);
  const onlyBoxes = waiting.letters.length === 0;
  if (campaign === null || (campaign.status === "ARCHIVED" && !onlyBoxes)) throw new AppError("CONFLICT", "campaign.closed");
  if (onlyBoxes) {
    await writeConsents(deps, db, waiting);
    return { receiptToken: null, letters: 0, alreadyWritten: [] };
  }
  const before = await listLettersOfSubmission(db, waiting.submissionId);
  const written = await writeLetters(deps, db, { campaign, waiting, verificationId: verification.id, before });
  return { ...written, receiptToken: written.letters === 0 ? null : written.receiptToken };
};

type Browsers = { waiting: WaitingLetters; browser: string; id: string; samePlace: boolean };

/** A stranger who types somebody's address and waits elsewhere must not be trusted because its owner pressed the button. */
const rememberBoth = async (deps: Deps, db: Db, { waiting, browser, id, samePlace }: Browsers): Promise<void> => {
  const { email } = waiting;
  await remember(deps, db, { email, tokenHash: browserHashOf(deps, browser, email) });
  if (!samePlace) return;
  const waited = waiting.rememberHash ?? browserHashOf(deps, browserTokenOf(deps, "WAITED", id), email);
  await remember(deps, db, { email, tokenHash: waited });
};

const campaignOf = async (deps: Deps, id: string | null): Promise<Campaign | null> => (id === null ? null : findCampaign(deps.db, id));

/** What waits, as it was put aside. */
export const readWaitingLetters = (json: string): WaitingLetters => {
  const parsed = waitingLettersSchema.safeParse(JSON.parse(json));
  if (!parsed.success)
    throw new AppError("CONFLICT", "letter.linkExpired", {}, { log: "waiting letters of an unknown shape", cause: parsed.error });
  return parsed.data;
};
