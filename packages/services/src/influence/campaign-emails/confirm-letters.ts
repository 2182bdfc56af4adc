import { transaction } from "@cml/db";
import {
  countLettersOfSubmission,
  findCampaign,
  findVerification,
  listLettersByReceipt,
  lockVerification,
  useVerification,
} from "@cml/db/influence";
import {
  type Campaign,
  type ConfirmedLetters,
  type MailedTokenInput,
  type PendingLetters,
  type WaitingLetters,
  waitingLettersSchema,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { receiptHashOf, receiptTokenOf, writeLetters } from "./write-letters";

const linkLimit = { limit: 60, windowSeconds: 300 };

/** What the mailed link's page shows; reading it changes nothing, because scanners follow links. */
export const getPendingLetters = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<PendingLetters> => {
  await requireRoom(deps, `mailed-link:ip:${actor.ipHash}`, linkLimit);
  const verification = await findVerification(deps.db, hashOf(deps, token));
  const campaign = await campaignOf(deps, verification?.campaignId ?? null);
  if (verification === null || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const told = {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    expiresAt: verification.expiresAt,
  };
  if (verification.tempCampaignData === null) {
    const letters = await listLettersByReceipt(deps.db, receiptHashOf(deps, receiptTokenOf(deps, verification.id)));
    const words = { subject: letters[0]?.subject ?? "", message: letters[0]?.message ?? "" };
    return { ...told, ...words, state: "CONFIRMED", name: letters[0]?.userName ?? "", recipients: letters.map((one) => one.recipientName) };
  }
  const waiting = readWaitingLetters(verification.tempCampaignData);
  const state = verification.expiresAt <= deps.clock.now() ? "EXPIRED" : "WAITING";
  const words = { subject: waiting.letters[0]?.subject ?? "", message: waiting.letters[0]?.message ?? "" };
  return { ...told, ...words, state, name: waiting.name, recipients: waiting.letters.map((one) => one.recipientName) };
};

/** Uses a mailed link: letters, consents and the used link in one transaction. Using it again gives the same receipt. */
export const confirmLetters = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<ConfirmedLetters> => {
  await requireRoom(deps, `mailed-link:ip:${actor.ipHash}`, linkLimit);
  return transaction(deps.db, async (db) => {
    const verification = await lockVerification(db, hashOf(deps, token));
    if (verification === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    if (verification.used || verification.tempCampaignData === null)
      return {
        receiptToken: receiptTokenOf(deps, verification.id),
        letters: await countLettersOfSubmission(db, verification.id),
        alreadyWritten: [],
      };
    const now = deps.clock.now();
    if (verification.expiresAt <= now) throw new AppError("CONFLICT", "letter.linkExpired");
    const waiting = readWaitingLetters(verification.tempCampaignData);
    const campaign = await findCampaign(db, waiting.campaignId);
    if (campaign === null || campaign.status === "ARCHIVED") throw new AppError("CONFLICT", "campaign.closed");
    const written = await writeLetters(deps, db, { campaign, waiting, verificationId: verification.id });
    await useVerification(db, verification.id, now);
    return written;
  });
};

const campaignOf = async (deps: Deps, id: string | null): Promise<Campaign | null> => (id === null ? null : findCampaign(deps.db, id));

const hashOf = (deps: Deps, token: string): string => deps.secrets.keyedHash("letter-confirmation", token);

const readWaitingLetters = (json: string): WaitingLetters => {
  const parsed = waitingLettersSchema.safeParse(JSON.parse(json));
  if (!parsed.success)
    throw new AppError("CONFLICT", "letter.linkExpired", {}, { log: "waiting letters of an unknown shape", cause: parsed.error });
  return parsed.data;
};
