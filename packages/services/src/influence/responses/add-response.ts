import { findUser } from "@cml/db/auth";
import { listPeopleOfCampaign as listRows } from "@cml/db/influence";
import {
  type AddedResponse,
  type AddResponseInput,
  mostPeopleChosenFrom,
  type PeopleOfCampaign,
  type PeopleOfCampaignInput,
} from "@cml/domain/influence";
import { type Actor, AppError, sameLetters } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { resolveTargets } from "../targets/resolve-targets";
import { keepSubmission } from "./submit-response";

/**
 * Staff adds a reply that came to the organisation itself. It is boxed and moderated like what supporters send, and says in its
 * history who added it. The same submission id again gives the same answer and writes nothing.
 */
export const addResponse = async (deps: Deps, actor: Actor, { campaignId, about, ...input }: AddResponseInput): Promise<AddedResponse> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const userId = actor.kind === "user" ? actor.userId : null;
  const user = userId === null ? null : await findUser(deps.db, userId);
  const added = await keepSubmission(deps, actor, {
    campaign,
    submitter: { userId, email: user?.email ?? null, proved: true, byStaff: true },
    input: {
      ...input,
      campaignSlug: campaign.slug,
      about: about.kind === "TYPED" ? about : { ...about, postalCode: null, districts: [] },
      isAnonymous: input.name === "",
      inboundMessageId: null,
      email: null,
      remember: null,
      proof: null,
      trap: "",
      openedAt: null,
    },
  });
  if (added.state !== "WAITING") throw new AppError("CONFLICT", "letter.submissionTaken");
  return { responseId: added.responseId };
};

/**
 * People of the campaign to choose from, by a part of their name: those its letters went to, those staff noted, and those it
 * writes to wherever somebody lives, of whom nothing else need be known yet.
 */
export const listPeopleOfCampaign = async (
  deps: Deps,
  actor: Actor,
  { campaignId, search }: PeopleOfCampaignInput,
): Promise<PeopleOfCampaign> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const anywhere = { campaign: { ...campaign, ownConstituentsOnly: false }, postalCode: null, districts: [], locale: actor.locale };
  const [rows, { targets }] = await Promise.all([listRows(deps.db, campaignId, search), resolveTargets(deps, actor, anywhere)]);
  const fitting = targets
    .filter(({ name, isVacant }) => !isVacant && sameLetters(name).includes(sameLetters(search)))
    .map(({ recipientKey, name, officeTitle, level }) => ({ recipientKey, name, title: officeTitle === "" ? null : officeTitle, level }));
  const people = new Map([...fitting, ...rows].map((person) => [person.recipientKey, person]));
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name)).slice(0, mostPeopleChosenFrom);
};
