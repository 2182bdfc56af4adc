import { transaction } from "@cml/db";
import {
  findCampaign,
  findResponseForUpdate,
  listResponseChanges,
  reportLetter,
  type StoredChange,
  settleOfficeAnswer,
} from "@cml/db/influence";
import type { Campaign, RepresentativeResponse } from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { askOfficeToConfirm } from "../offices/ask-office-to-confirm";
import { mailOfficeAnswer } from "../offices/mail-office-answer";
import { keptLinkOf } from "../receipts/kept-link";
import { isAboutOfficeReply, settleOfficeReply } from "./settle-office-reply";
import { undoneIn } from "./undo-responses";

type Decision = { responseId: string; changeId: string };

/**
 * What follows a decision once it stood for a minute: the submitter is told, an approved one's office is asked, and an
 * office's answer goes to those it is for; of its public reply an office is told. Nothing follows one that was taken back or changed since; run again it is the same.
 */
export const settleResponse = async (deps: Deps, actor: Actor, { responseId, changeId }: Decision): Promise<void> => {
  const settled = await transaction(deps.db, async (db) => {
    const response = await findResponseForUpdate(db, responseId);
    const campaign = response === null ? null : await findCampaign(db, response.campaignId);
    if (response === null || campaign === null) return null;
    const history = await listResponseChanges(db, responseId);
    const change = history.find(({ id }) => id === changeId);
    if (change !== undefined && isAboutOfficeReply(change)) {
      await settleOfficeReply(deps, db, { response, campaign, history, change });
      return null;
    }
    if (!stands(history, changeId)) return null;
    await tellSubmitter(deps, db, { response, campaign, changeId });
    if (response.officeAnswerId !== null) await settleOfficeAnswer(db, response.officeAnswerId, response);
    const { letterId, repliedOn, status } = response;
    if (status === "APPROVED" && letterId !== null)
      await reportLetter(db, { letterId, outcome: "ANSWERED", repliedOn, at: deps.clock.now() });
    return response;
  });
  if (settled?.status !== "APPROVED") return;
  const { officeAnswerId, askOffice, representativeEmail, verificationSentAt } = settled;
  if (officeAnswerId !== null) await mailOfficeAnswer(deps, actor, { officeAnswerId });
  else if (askOffice && representativeEmail !== null && verificationSentAt === null) await askOfficeToConfirm(deps, actor, { responseId });
};

/** Whether a decision is still the last one. */
const stands = (history: readonly StoredChange[], changeId: string): boolean => {
  const undone = undoneIn(history);
  const decisions = history.filter(({ kind, id }) => (kind === "APPROVED" || kind === "REJECTED") && !undone.has(id));
  return decisions.at(-1)?.id === changeId;
};

type Told = { response: RepresentativeResponse; campaign: Campaign; changeId: string };

const tellSubmitter = async (deps: Deps, db: Db, { response, campaign, changeId }: Told): Promise<void> => {
  const { submittedByName, submittedByEmail, representativeName, locale } = response;
  const mail = mailOf(response);
  const address = mail === "office-answer-rejected" ? response.representativeEmail : submittedByEmail;
  if (mail === null || address === null) return;
  await queueTemplateMail(deps, db, {
    templateKey: mail,
    locale,
    to: { name: mail === "office-answer-rejected" ? representativeName : (submittedByName ?? ""), address },
    variables: {
      ...(mail === "office-answer-rejected"
        ? {}
        : { USER_NAME: submittedByName ?? address, KEPT_URL: await keptLinkOf(deps, address, locale) }),
      RECIPIENT_NAME: representativeName,
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
      ...(mail === "response-approved"
        ? { WALL_URL: await getPublicLink(deps, locale, `/c/${campaign.slug}/replies/${response.id}`) }
        : { REASON: response.rejectReason ?? "" }),
    },
    onceKey: `response-decision:${changeId}`,
  });
};

/** Staff who put it there themselves see it on their desk, and an office sees on its page that its answer went out. */
const mailOf = ({ status, officeAnswerId, byStaff }: RepresentativeResponse) => {
  if (officeAnswerId !== null) return status === "REJECTED" ? "office-answer-rejected" : null;
  if (byStaff) return null;
  return status === "APPROVED" ? "response-approved" : "response-rejected";
};
