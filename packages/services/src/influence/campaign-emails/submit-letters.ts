import { transaction } from "@cml/db";
import { countLettersOfSubmission, findVerificationById, insertVerification } from "@cml/db/influence";
import {
  confirmationDays,
  type Campaign,
  letterLimits,
  type SubmitLettersInput,
  type SubmittedLetters,
  type WaitingLetters,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { requireRoom } from "../../platform/require-room";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { openCampaign } from "../targets/open-campaign";
import { resolveTargets } from "../targets/resolve-targets";
import { mailableTargets, planLetters } from "./plan-letters";
import { receiptTokenOf, writeLetters } from "./write-letters";

/**
 * Takes a supporter's letters. With sender verification they wait until the mailed link is used; without it they are
 * queued. The same submission id again gives the same answer and writes, mails and counts nothing.
 */
export const submitLetters = async (deps: Deps, actor: Actor, input: SubmitLettersInput): Promise<SubmittedLetters> => {
  const campaign = await openCampaign(deps, input.campaignSlug);
  if (!campaign.allowSmtpEmail) throw new AppError("CONFLICT", "letter.sendingOff");
  const earlier = await earlierAnswer(deps, input);
  if (earlier !== null) return earlier;
  await requireRoom(deps, `letters:ip:${actor.ipHash}`, letterLimits.ip);
  await requireRoom(deps, `letters:email:${deps.secrets.keyedHash("letter-limit", input.email)}`, letterLimits.email);
  await requireRoom(deps, `letters:campaign:${campaign.id}`, letterLimits.campaign);
  const waiting = await freeze(deps, actor, { campaign, input });
  return campaign.verifySender ? askToConfirm(deps, campaign, waiting) : queueAtOnce(deps, campaign, waiting);
};

const earlierAnswer = async (deps: Deps, { submissionId, email }: SubmitLettersInput): Promise<SubmittedLetters | null> => {
  const waiting = await findVerificationById(deps.db, submissionId);
  if (waiting !== null) {
    // Ids are made by browsers: one that is taken by somebody else tells nothing about them.
    if (waiting.email !== email) throw new AppError("CONFLICT", "letter.submissionTaken");
    return { state: "CONFIRM", expiresAt: waiting.expiresAt };
  }
  return null;
};

const freeze = async (
  deps: Deps,
  actor: Actor,
  { campaign, input }: { campaign: Campaign; input: SubmitLettersInput },
): Promise<WaitingLetters> => {
  const { postalCode, locale } = input;
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode, districts: input.districts, locale });
  const chosen = mailableTargets(resolved, input.targetIds);
  const planned = await planLetters(deps, campaign, { chosen, writer: input, own: input, city: resolved.city });
  return {
    submissionId: input.submissionId,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    postalCode: input.postalCode,
    name: input.name,
    email: input.email,
    locale: input.locale,
    userId: actor.kind === "user" ? actor.userId : null,
    ipHash: actor.ipHash || null,
    consents: input.consents,
    letters: planned.map(({ target, recipientEmail, recipientTitle, subject, message, letterVersionId }) => ({
      recipientEmail,
      recipientName: target.name,
      recipientTitle,
      recipientLevel: target.level,
      recipientKey: target.recipientKey,
      recipientParty: target.partyName,
      letterVersionId,
      subject,
      message,
    })),
  };
};

const askToConfirm = async (deps: Deps, campaign: Campaign, waiting: WaitingLetters): Promise<SubmittedLetters> => {
  const token = deps.secrets.newToken();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + confirmationDays * 86_400_000);
  const confirmUrl = await getPublicLink(deps, waiting.locale, `/confirm/${token}`);
  const expires = await formatMoment(deps, expiresAt, waiting.locale);
  await transaction(deps.db, async (db) => {
    const added = await insertVerification(db, {
      id: waiting.submissionId,
      tokenHash: deps.secrets.keyedHash("letter-confirmation", token),
      email: waiting.email,
      tempCampaignData: JSON.stringify(waiting),
      campaignId: campaign.id,
      locale: waiting.locale,
      createdAt: now,
      expiresAt,
    });
    // A second tab was quicker: its mail is on the way.
    if (!added) return;
    await queueTemplateMail(deps, db, {
      templateKey: "letter-confirmation",
      locale: waiting.locale,
      to: { name: waiting.name, address: waiting.email },
      variables: {
        USER_NAME: waiting.name,
        CAMPAIGN_TITLE: localized(campaign, "title", waiting.locale),
        RECIPIENT_NAMES: waiting.letters.map((letter) => letter.recipientName).join(", "),
        CONFIRM_URL: confirmUrl,
        EXPIRES_AT: expires,
      },
      onceKey: `letter-confirmation:${waiting.submissionId}`,
    });
  });
  return { state: "CONFIRM", expiresAt };
};

const queueAtOnce = async (deps: Deps, campaign: Campaign, waiting: WaitingLetters): Promise<SubmittedLetters> => {
  const before = await countLettersOfSubmission(deps.db, waiting.submissionId);
  if (before > 0) return { state: "QUEUED", receiptToken: receiptTokenOf(deps, waiting.submissionId), letters: before };
  const { receiptToken, letters } = await transaction(deps.db, (db) => writeLetters(deps, db, { campaign, waiting, verificationId: null }));
  if (letters === 0) throw new AppError("CONFLICT", "letter.alreadyWritten");
  return { state: "QUEUED", receiptToken, letters };
};
