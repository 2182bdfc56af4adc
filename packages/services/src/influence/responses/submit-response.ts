import { type Db, transaction } from "@cml/db";
import { findConfirmationOf, findResponseOfSubmission, insertResponse, type NewResponse, recordResponseChange } from "@cml/db/influence";
import {
  type Boxes,
  type Campaign,
  dayIn,
  daysBetween,
  fillBoxes,
  foundBoxes,
  type RepresentativeResponse,
  responseLimits,
  type SubmitResponseInput,
  type SubmittedResponse,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueJob } from "../../platform/queue-job";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { guardSubmission } from "../campaign-emails/guard-submission";
import { askSubmitter } from "./ask-submitter";
import { findRepresentative, type FoundRepresentative } from "./find-representative";
import { mailOfSubmission, type ProposedMail } from "./proposed-mail";
import { type DrawnPicture, drawPicture, dropPictures } from "./response-picture";
import { type Submitter, submitterOf } from "./submitter";
import { wallCampaign } from "./wall-campaign";

/**
 * Takes a reply somebody got, for the wall of its campaign. It goes to the moderators at once where its submitter is known
 * (signed in, by her receipt, by this browser), otherwise once she has used the mailed link. Phone numbers, e-mail and street
 * addresses in it are boxed beforehand. The same submission id again gives the same answer and writes nothing.
 */
export const submitResponse = (deps: Deps, actor: Actor, input: SubmitResponseInput): Promise<SubmittedResponse> => {
  const mine = flying.get(deps.limiter) ?? new Map<string, Promise<SubmittedResponse>>();
  flying.set(deps.limiter, mine);
  const key = JSON.stringify([actor.kind === "user" ? actor.userId : actor.ipHash, input]);
  // A button pressed three times is one submission, in the limits too.
  const known = mine.get(key);
  if (known !== undefined) return known;
  const answer = submitOnce(deps, actor, input).finally(() => mine.delete(key));
  mine.set(key, answer);
  return answer;
};

const flying = new WeakMap<Deps["limiter"], Map<string, Promise<SubmittedResponse>>>();

const submitOnce = async (deps: Deps, actor: Actor, input: SubmitResponseInput): Promise<SubmittedResponse> => {
  const campaign = await wallCampaign(deps, input.campaignSlug);
  const submitter = await submitterOf(deps, actor, { campaign, input });
  const before = await findResponseOfSubmission(deps.db, input.submissionId);
  if (before !== null) return earlierAnswer(deps, before, { submitter, db: deps.db });
  const door = { name: "responses", limits: responseLimits };
  const asked = { campaignId: campaign.id, input: { ...input, email: submitter.email }, isKnown: false, door };
  const challenge = await guardSubmission(deps, actor, asked);
  if (challenge !== null) return { state: "PROVE", challenge };
  await requireRoom(deps, `responses:campaign:${campaign.id}`, responseLimits.campaign);
  return keepSubmission(deps, actor, { campaign, input, submitter });
};

type Submission = { campaign: Campaign; input: SubmitResponseInput; submitter: Submitter };

/** What is written once somebody was let in. */
export const keepSubmission = async (deps: Deps, actor: Actor, { campaign, input, submitter }: Submission): Promise<SubmittedResponse> => {
  const about = await findRepresentative(deps, actor, { campaign, input });
  const mail = await mailOfSubmission(deps, about, input.inboundMessageId);
  const boxes = foundBoxes(input.text, input.comment);
  const picture = input.pictureKey === null ? null : await drawPicture(deps, input.pictureKey, boxes.picture);
  const facts = { campaign, input, submitter, about, mail, boxes, picture };
  try {
    return await write(deps, actor, { ...facts, row: await rowOf(deps, actor, facts) });
  } catch (error) {
    await dropPictures(deps, [picture?.url ?? null]);
    throw error;
  }
};

type Facts = {
  campaign: Campaign;
  input: SubmitResponseInput;
  submitter: Submitter;
  about: FoundRepresentative;
  mail: ProposedMail | null;
  boxes: Boxes;
  picture: DrawnPicture | null;
};

const rowOf = async (
  deps: Deps,
  actor: Actor,
  { campaign, input, submitter, about, mail, boxes, picture }: Facts,
): Promise<NewResponse> => {
  const { settings } = await readSettings(deps);
  const now = deps.clock.now();
  const today = dayIn(now, settings.timeZone);
  const repliedOn = input.repliedOn ?? (mail === null ? null : dayIn(mail.receivedAt, settings.timeZone));
  if (repliedOn !== null && (repliedOn > today || repliedOn < "1990-01-01")) throw new AppError("INVALID", "response.dayUnlikely");
  const sentAt = about.letter?.sentAt ?? null;
  const comment = input.comment.trim() === "" ? null : input.comment;
  return {
    id: deps.newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: about.name,
    representativeTitle: about.title,
    representativeLevel: about.level,
    representativeEmail: about.email,
    recipientKey: about.recipientKey,
    partyName: about.partyName,
    responseType: input.type,
    responseText: input.text,
    userComment: comment,
    shownText: fillBoxes(input.text, boxes.text),
    shownComment: comment === null ? null : fillBoxes(comment, boxes.comment),
    boxes,
    screenshotUrl: picture?.url ?? null,
    screenshotKey: picture === null ? null : input.pictureKey,
    screenshotWidth: picture?.width ?? null,
    screenshotHeight: picture?.height ?? null,
    submittedByUserId: submitter.userId,
    submittedByName: input.name === "" ? null : input.name,
    submittedByEmail: submitter.email,
    submittedIp: actor.ipHash || null,
    isAnonymous: input.isAnonymous,
    byStaff: submitter.byStaff,
    submissionId: input.submissionId,
    letterId: about.letter?.id ?? null,
    inboundMessageId: mail?.id ?? null,
    repliedOn,
    daysToReply: daysBetween(sentAt === null ? null : dayIn(sentAt, settings.timeZone), repliedOn),
    confirmedAt: submitter.proved ? now : null,
    askOffice: input.askOffice && about.email !== null,
    locale: input.locale,
    createdAt: now,
  };
};

const write = async (
  deps: Deps,
  actor: Actor,
  { row, campaign, input, submitter, mail, picture }: Facts & { row: NewResponse },
): Promise<SubmittedResponse> =>
  transaction(deps.db, async (db) => {
    if (!(await insertResponse(db, row))) {
      // Another tab of the same form was quicker, or somebody put this mail on the wall before.
      const before = await findResponseOfSubmission(db, input.submissionId);
      if (before === null) throw new AppError("CONFLICT", "response.mailTaken");
      await dropPictures(deps, [picture?.url ?? null]);
      return earlierAnswer(deps, before, { submitter, db });
    }
    const byUserId = actor.kind === "user" ? actor.userId : null;
    const kind = mail === null ? "SUBMITTED" : "PROPOSED";
    await recordResponseChange(db, { responseId: row.id, kind, at: row.createdAt, byUserId });
    if (picture !== null) await queueJob(deps, db, { name: "influence.box-response-picture", payload: { responseId: row.id } });
    if (submitter.proved) return { state: "WAITING", responseId: row.id };
    return { state: "CONFIRM", expiresAt: await askSubmitter(deps, db, { campaign, row }) };
  });

/** Ids are made by browsers: one that somebody else used tells nothing about them. */
const earlierAnswer = async (
  deps: Deps,
  before: RepresentativeResponse,
  { submitter, db }: { submitter: Submitter; db: Db },
): Promise<SubmittedResponse> => {
  if (before.submittedByEmail !== submitter.email || before.submittedByUserId !== submitter.userId)
    throw new AppError("CONFLICT", "letter.submissionTaken");
  if (before.confirmedAt !== null) return { state: "WAITING", responseId: before.id };
  const waiting = await findConfirmationOf(db, before.id);
  if (waiting === null || waiting.expiresAt <= deps.clock.now()) throw new AppError("CONFLICT", "response.linkExpired");
  return { state: "CONFIRM", expiresAt: waiting.expiresAt };
};
