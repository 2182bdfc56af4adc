import { findCampaign, findEmailOfDevice, findResponse, replacePendingUpvote } from "@cml/db/influence";
import { transaction } from "@cml/db";
import {
  type Campaign,
  isShownResponse,
  type RepresentativeResponse,
  upvoteConfirmationDays,
  type Upvoted,
  type UpvoteInput,
  upvoteLimits,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { requireRoom } from "../../platform/require-room";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { guardSubmission } from "../campaign-emails/guard-submission";
import { isRemembered } from "../campaign-emails/remembered-browser";
import { keptLinkOf } from "../receipts/kept-link";
import { countUpvote, rememberDevice } from "./count-upvote";
import { accountOf, deviceHashOf, upvoteTokenHashOf, upvoteTokenOf } from "./voter";

/**
 * One upvote a person: of whoever is signed in, or of a browser whose e-mail address was confirmed. A browser that is not
 * known yet names an address and gets a mailed link. The hash of the IP address only serves limits and signs of a flood.
 */
export const upvoteResponse = async (deps: Deps, actor: Actor, input: UpvoteInput): Promise<Upvoted> => {
  await requireRoom(deps, `upvotes:ip:${actor.ipHash}`, upvoteLimits.ip);
  const shown = await shownResponse(deps, input.responseId);
  const count = async (vote: { userId: string | null; userEmail: string | null; deviceHash: string | null }): Promise<Upvoted> => {
    const whole = { ...vote, id: deps.newId(), ipHash: actor.ipHash || null, createdAt: deps.clock.now() };
    return { state: "COUNTED", upvotes: await countUpvote(deps, { responseId: input.responseId, vote: whole }) };
  };
  const account = await accountOf(deps, actor);
  if (account !== null) return count({ ...account, deviceHash: null });
  const deviceHash = deviceHashOf(deps, input.device);
  const known = deviceHash === null ? null : await findEmailOfDevice(deps.db, { deviceHash, now: deps.clock.now() });
  if (known !== null) return count({ userId: null, userEmail: known, deviceHash });
  const { email } = input;
  if (email === null) return { state: "ASK" };
  if (await isRemembered(deps, input.device, email)) {
    await rememberDevice(deps, { deviceHash, email });
    return count({ userId: null, userEmail: email, deviceHash });
  }
  return askVoter(deps, actor, { ...shown, input: { ...input, email }, deviceHash });
};

type Shown = { response: RepresentativeResponse; campaign: Campaign };

/** A response that stands on the wall of a public campaign. */
export const shownResponse = async (deps: Pick<Deps, "db">, id: string): Promise<Shown> => {
  const response = await findResponse(deps.db, id);
  const campaign = response === null ? null : await findCampaign(deps.db, response.campaignId);
  if (response === null || campaign === null || campaign.status === "DRAFT" || !campaign.showResponseWall || !isShownResponse(response))
    throw new AppError("NOT_FOUND", "response.notFound");
  return { response, campaign };
};

type Asking = Shown & { input: UpvoteInput & { email: string }; deviceHash: string | null };

/** Mails the link; whether this address voted before is told to nobody but its owner. */
const askVoter = async (deps: Deps, actor: Actor, { response, campaign, input, deviceHash }: Asking): Promise<Upvoted> => {
  const door = { name: "upvote-mails", limits: { ip: upvoteLimits.mail, email: upvoteLimits.email } };
  const challenge = await guardSubmission(deps, actor, { campaignId: campaign.id, input, isKnown: false, door });
  if (challenge !== null) return { state: "PROVE", challenge };
  const { email, locale } = input;
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + upvoteConfirmationDays * 86_400_000);
  const id = deps.newId();
  const token = upvoteTokenOf(deps, id);
  const pending = { id, responseId: response.id, email, deviceHash, locale, createdAt: now, expiresAt };
  const variables = {
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
    RECIPIENT_NAME: response.representativeName,
    CONFIRM_URL: await getPublicLink(deps, locale, `/replies/confirm/${token}`),
    EXPIRES_AT: await formatMoment(deps, expiresAt, locale),
    KEPT_URL: await keptLinkOf(deps, email, locale),
  };
  await transaction(deps.db, async (db) => {
    await replacePendingUpvote(db, { ...pending, tokenHash: upvoteTokenHashOf(deps, token) });
    await queueTemplateMail(deps, db, { templateKey: "upvote-confirmation", locale, to: { name: "", address: email }, variables });
  });
  return { state: "CONFIRM", expiresAt };
};
