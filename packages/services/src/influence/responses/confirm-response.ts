import { transaction } from "@cml/db";
import {
  findCampaign,
  findResponse,
  findResponseConfirmation,
  findResponseForUpdate,
  type ResponseConfirmation,
  updateResponse,
  useResponseConfirmation,
} from "@cml/db/influence";
import {
  type Campaign,
  type ConfirmedResponse,
  type ConfirmResponseInput,
  type MailedTokenInput,
  type PendingResponse,
  type RepresentativeResponse,
  responseLimits,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { browserHashOf, browserTokenOf, remember } from "../campaign-emails/remembered-browser";
import { responseTokenHashOf } from "./response-tokens";

type Waiting = { link: ResponseConfirmation; response: RepresentativeResponse; campaign: Campaign };

/** What the button behind a mailed link would put before the moderators; changes nothing. */
export const getPendingResponse = async (deps: Deps, actor: Actor, { token }: MailedTokenInput): Promise<PendingResponse> => {
  await requireRoom(deps, `response-confirm:ip:${actor.ipHash}`, responseLimits.read);
  const { link, response, campaign } = await waitingFor(deps, token);
  const isOver = link.expiresAt <= deps.clock.now();
  return {
    state: response.confirmedAt !== null ? "CONFIRMED" : isOver ? "EXPIRED" : "WAITING",
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    representativeName: response.representativeName,
    text: response.shownText,
    comment: response.shownComment,
    author: response.isAnonymous ? null : response.submittedByName,
    expiresAt: link.expiresAt,
  };
};

/** The mailed link's button: from now on moderators see the response. Pressed twice it is the same. */
export const confirmResponse = async (deps: Deps, actor: Actor, input: ConfirmResponseInput): Promise<ConfirmedResponse> => {
  await requireRoom(deps, `response-confirm:ip:${actor.ipHash}`, responseLimits.read);
  const { link, response, campaign } = await waitingFor(deps, input.token);
  const now = deps.clock.now();
  const browser = input.remember ?? browserTokenOf(deps, "CONFIRMED", response.id);
  await transaction(deps.db, async (db) => {
    const current = await findResponseForUpdate(db, response.id);
    if (current === null || current.confirmedAt !== null) return;
    if (link.expiresAt <= now) throw new AppError("CONFLICT", "response.linkExpired");
    await updateResponse(db, response.id, { confirmedAt: now, updatedAt: now });
    await useResponseConfirmation(db, link.id, now);
    await remember(deps, db, { email: link.email, tokenHash: browserHashOf(deps, browser, link.email) });
  });
  return { campaignSlug: campaign.slug, remember: browser };
};

const waitingFor = async (deps: Deps, token: string): Promise<Waiting> => {
  const link = await findResponseConfirmation(deps.db, responseTokenHashOf(deps, token));
  const response = link === null ? null : await findResponse(deps.db, link.id);
  const campaign = response === null ? null : await findCampaign(deps.db, response.campaignId);
  if (link === null || response === null || campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  return { link, response, campaign };
};
