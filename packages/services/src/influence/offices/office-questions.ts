import { afterCommit, transaction, type Db } from "@cml/db";
import {
  findCampaign,
  findResponseForUpdate,
  findResponseOfQuestion,
  listResponseChanges,
  recordResponseChange,
  updateResponse,
} from "@cml/db/influence";
import {
  type AnswerOfficeQuestionInput,
  type Campaign,
  isShownResponse,
  type MailedTokenInput,
  officeLimits,
  type OfficeQuestion,
  type RepresentativeResponse,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { questionHashOf } from "./office-tokens";

/** What an office is asked, as others see it. Throws NOT_FOUND for a token of nobody; a link that is over says so. */
export const getOfficeQuestion = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<OfficeQuestion> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const { response, campaign } = await askedAbout(deps, deps.db, token);
  return toQuestion(deps, actor, { response, campaign });
};

/**
 * The office says whether a response is its own; it may say otherwise until the link ends, and each change is kept. A report
 * takes the response off the wall at once; a later yes brings it back unless moderators refused it themselves meanwhile. The
 * same answer again changes nothing. Throws CONFLICT when the link is over.
 */
export const answerOfficeQuestion = async (
  deps: Deps,
  actor: Actor,
  { token, answer, reason }: AnswerOfficeQuestionInput,
): Promise<OfficeQuestion> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const done = await transaction(deps.db, async (db) => {
    const { response: seen, campaign } = await askedAbout(deps, db, token);
    const response = (await findResponseForUpdate(db, seen.id)) ?? seen;
    const at = deps.clock.now();
    if (isOver(response, at)) throw new AppError("CONFLICT", "office.questionOver");
    if (stateOf(response, at) === (answer === "CONFIRM" ? "CONFIRMED" : "REPORTED")) return { response, campaign };
    const changed = answer === "CONFIRM" ? await confirm(db, response, at) : await report(db, { response, at, reason: reason.trim() });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug }));
    return { response: changed, campaign };
  });
  return toQuestion(deps, actor, done);
};

const askedAbout = async (deps: Deps, db: Db, token: string): Promise<{ response: RepresentativeResponse; campaign: Campaign }> => {
  const response = await findResponseOfQuestion(db, questionHashOf(deps, token));
  const campaign = response === null ? null : await findCampaign(db, response.campaignId);
  if (response === null || campaign === null) throw new AppError("NOT_FOUND", "office.questionUnknown");
  return { response, campaign };
};

const isOver = ({ verificationEndsAt }: RepresentativeResponse, now: Date): boolean =>
  verificationEndsAt === null || verificationEndsAt <= now;

const stateOf = (response: RepresentativeResponse, now: Date): OfficeQuestion["state"] => {
  if (response.disputedAt !== null) return "REPORTED";
  if (response.isVerified) return "CONFIRMED";
  return isOver(response, now) ? "EXPIRED" : "WAITING";
};

const confirm = async (db: Db, response: RepresentativeResponse, at: Date): Promise<RepresentativeResponse> => {
  const { id, disputedAt, disputeReason, status, moderatedAt, representativeEmail } = response;
  const refusedSince = disputedAt !== null && moderatedAt !== null && moderatedAt > disputedAt;
  // What stood on no wall before its report is not put there by taking the report back.
  const reported = disputedAt === null ? undefined : (await listResponseChanges(db, id)).findLast(({ kind }) => kind === "DISPUTED");
  const isBack = status === "REJECTED" && !refusedSince && reported?.before["status"] === "APPROVED";
  await recordResponseChange(db, {
    responseId: id,
    kind: "CONFIRMED",
    at,
    byOffice: representativeEmail,
    before: { isVerified: false, ...(disputedAt === null ? {} : { status, disputedAt: disputedAt.toISOString(), disputeReason }) },
  });
  return updateResponse(db, id, {
    isVerified: true,
    verifiedAt: at,
    verifiedBy: representativeEmail,
    disputedAt: null,
    disputeReason: null,
    ...(isBack ? { status: "APPROVED" as const } : {}),
    updatedAt: at,
  });
};

const report = async (
  db: Db,
  { response, at, reason }: { response: RepresentativeResponse; at: Date; reason: string },
): Promise<RepresentativeResponse> => {
  const { id, status, isVerified, verifiedAt, representativeEmail } = response;
  await recordResponseChange(db, {
    responseId: id,
    kind: "DISPUTED",
    at,
    byOffice: representativeEmail,
    before: { status, disputedAt: null, isVerified, verifiedAt: verifiedAt?.toISOString() ?? null },
    note: reason,
  });
  return updateResponse(db, id, {
    status: "REJECTED",
    disputedAt: at,
    disputeReason: reason,
    isVerified: false,
    verifiedAt: null,
    verifiedBy: null,
    updatedAt: at,
  });
};

const toQuestion = (
  deps: Deps,
  actor: Actor,
  { response, campaign }: { response: RepresentativeResponse; campaign: Campaign },
): OfficeQuestion => ({
  state: stateOf(response, deps.clock.now()),
  responseId: response.id,
  campaignSlug: campaign.slug,
  campaignTitle: localized(campaign, "title", actor.locale),
  representativeName: response.representativeName,
  type: response.responseType,
  text: response.shownText,
  comment: response.shownComment,
  screenshotUrl: response.screenshotUrl,
  screenshotWidth: response.screenshotWidth,
  screenshotHeight: response.screenshotHeight,
  author: response.isAnonymous ? null : response.submittedByName,
  repliedOn: response.repliedOn,
  isShown: isShownResponse(response) && campaign.showResponseWall,
  endsAt: response.verificationEndsAt ?? deps.clock.now(),
});
