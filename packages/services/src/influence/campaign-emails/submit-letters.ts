import { transaction } from "@cml/db";
import { findVerificationById, insertVerification, type LetterOfSubmission, listLettersOfSubmission } from "@cml/db/influence";
import {
  type Campaign,
  confirmationExpiry,
  type SubmitLettersInput,
  type SubmittedLetters,
  type WaitingLetters,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { openCampaign } from "../targets/open-campaign";
import { askToConfirm, askToConfirmBoxes } from "./ask-to-confirm";
import { type FrozenLetters, freezeLetters } from "./freeze-letters";
import { guardSubmission } from "./guard-submission";
import { openLetters } from "./open-letters";
import { confirmationHashOf, confirmationTokenOf, receiptTokenOf } from "./receipt-tokens";
import { isRemembered } from "./remembered-browser";
import { writeLetters } from "./write-letters";

/**
 * Takes a supporter's letters. Those we send wait until the mailed link is used, or are queued at once where the campaign
 * asks for no proof or this browser gave it lately. Those for the supporter's own mail program or for paper are written
 * down and given back. The same submission id again gives the same answer and writes, mails and counts nothing.
 */
export const submitLetters = (deps: Deps, actor: Actor, input: SubmitLettersInput): Promise<SubmittedLetters> => {
  const mine = flying.get(deps.limiter) ?? new Map<string, Promise<SubmittedLetters>>();
  flying.set(deps.limiter, mine);
  const key = JSON.stringify([actor.ipHash, input]);
  // A button pressed three times is one submission, in the limits too.
  const known = mine.get(key);
  if (known !== undefined) return known;
  const answer = submitOnce(deps, actor, input).finally(() => mine.delete(key));
  mine.set(key, answer);
  return answer;
};

const flying = new WeakMap<Deps["limiter"], Map<string, Promise<SubmittedLetters>>>();

const submitOnce = async (deps: Deps, actor: Actor, input: SubmitLettersInput): Promise<SubmittedLetters> => {
  const campaign = await hotAnswer(deps, `campaign:${input.campaignSlug}`, () => openCampaign(deps, input.campaignSlug));
  checkMethod(campaign, input);
  const before = await listLettersOfSubmission(deps.db, input.submissionId);
  const earlier = input.method === "SMTP" ? await earlierAnswer(deps, { campaign, input, before }) : null;
  if (earlier !== null) return earlier;
  const isKnown = before.some(({ userEmail, status }) => userEmail === input.email && status !== "USER_INFO_CAPTURED");
  const challenge = await guardSubmission(deps, actor, { campaignId: campaign.id, input, isKnown });
  if (challenge !== null) return { state: "PROVE", challenge };
  const frozen = await freezeLetters(deps, actor, { campaign, input });
  const proved = frozen.email !== null && (await isRemembered(deps, input.remember, frozen.email));
  if (input.method !== "SMTP") return openLetters(deps, { campaign, frozen, before, method: input.method, proved });
  const waiting = sendable(frozen);
  if (proved) return queueProved(deps, { campaign, waiting, before });
  if (campaign.verifySender) return { state: "CONFIRM", expiresAt: await askToConfirm(deps, campaign, waiting) };
  return queueUnproved(deps, { campaign, waiting, before });
};

const checkMethod = (campaign: Campaign, { method, name, email }: SubmitLettersInput): void => {
  const allowed = { SMTP: campaign.allowSmtpEmail, MAILTO: campaign.allowMailtoLink, PRINT: campaign.allowPrint };
  if (!allowed[method]) throw new AppError("CONFLICT", method === "SMTP" ? "letter.sendingOff" : "letter.methodOff");
  if (campaign.collectUserInfo && (name.length < 2 || email === null)) throw new AppError("INVALID", "letter.nameNeeded");
};

type Asked = { campaign: Campaign; input: SubmitLettersInput; before: readonly LetterOfSubmission[] };

/** Ids are made by browsers: one that somebody else used tells nothing about them. */
const earlierAnswer = async (deps: Deps, { campaign, input, before }: Asked): Promise<SubmittedLetters | null> => {
  const { submissionId, email } = input;
  const sent = before.filter(({ emailMethod, status }) => emailMethod === "SMTP" && status !== "USER_INFO_CAPTURED");
  if (sent.some(({ userEmail }) => userEmail !== email)) throw new AppError("CONFLICT", "letter.submissionTaken");
  if (sent.length > 0) return queued(deps, submissionId, { letters: sent.length });
  if (!campaign.verifySender && input.remember === null) return null;
  const waiting = await findVerificationById(deps.db, submissionId);
  if (waiting === null) return null;
  if (waiting.email !== email) throw new AppError("CONFLICT", "letter.submissionTaken");
  return waiting.used ? null : { state: "CONFIRM", expiresAt: waiting.expiresAt };
};

const queued = (
  deps: Deps,
  submissionId: string,
  { letters, boxesMail = false }: { letters: number; boxesMail?: boolean },
): SubmittedLetters => ({
  state: "QUEUED",
  receiptToken: receiptTokenOf(deps, submissionId),
  letters,
  boxesMail,
});

const sendable = ({ email, letters, ...frozen }: FrozenLetters): WaitingLetters => {
  if (email === null) throw new AppError("INVALID", "letter.nameNeeded");
  return { ...frozen, email, letters: letters.map(({ targetId: _id, recipientAddress: _address, ...letter }) => letter) };
};

type Queueing = { campaign: Campaign; waiting: WaitingLetters; before: readonly LetterOfSubmission[] };

/** Nobody proved the address: the letters go, as the campaign wants it, but the boxes wait for a link of their own. */
const queueUnproved = async (deps: Deps, { campaign, waiting, before }: Queueing): Promise<SubmittedLetters> => {
  const boxesMail = Object.values(waiting.consents).some(Boolean);
  const facts = { campaign, waiting, verificationId: null, before };
  // One statement needs no transaction around it, and this is what a crowd asks for.
  const { letters } =
    before.length === 0 && !boxesMail
      ? await writeLetters(deps, deps.db, facts)
      : await transaction(deps.db, async (db) => {
          const written = await writeLetters(deps, db, facts);
          if (boxesMail && written.letters > 0) await askToConfirmBoxes(deps, db, { campaign, waiting });
          return written;
        });
  return letters > 0 ? queued(deps, waiting.submissionId, { letters, boxesMail }) : twice(deps, waiting);
};

/** This browser proved the address lately: written down as a confirmation of its own, used already. */
const queueProved = async (deps: Deps, { campaign, waiting, before }: Queueing): Promise<SubmittedLetters> => {
  const { submissionId } = waiting;
  const now = deps.clock.now();
  const letters = await transaction(deps.db, async (db) => {
    const added = await insertVerification(db, {
      id: submissionId,
      tokenHash: confirmationHashOf(deps, confirmationTokenOf(deps, submissionId)),
      email: waiting.email,
      tempCampaignData: null,
      campaignId: campaign.id,
      locale: waiting.locale,
      createdAt: now,
      expiresAt: confirmationExpiry(now, campaign),
    });
    if (!added) return 0;
    return (await writeLetters(deps, db, { campaign, waiting, verificationId: submissionId, before })).letters;
  });
  return letters > 0 ? queued(deps, submissionId, { letters }) : twice(deps, waiting);
};

/** Nothing was written: another tab of the same form was quicker, or everybody has this person's letter already. */
const twice = async (deps: Deps, { submissionId, email }: WaitingLetters): Promise<SubmittedLetters> => {
  const mine = (await listLettersOfSubmission(deps.db, submissionId)).filter(
    (one) => one.userEmail === email && one.emailMethod === "SMTP",
  );
  if (mine.length === 0) throw new AppError("CONFLICT", "letter.alreadyWritten");
  return queued(deps, submissionId, { letters: mine.length });
};
