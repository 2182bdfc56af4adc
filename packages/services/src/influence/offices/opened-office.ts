import { findCampaign, findOffice } from "@cml/db/influence";
import { type Campaign, type OfficeAccess, officeLimits, officeTicketSchema, type OpenedOfficeInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { officeOfRef } from "./office-link";

const purpose = "office-ticket";

/** What a browser keeps after it came in by a mailed link: good for one office, for as long as its letters go to that mailbox. */
export const ticketFor = (deps: Pick<Deps, "secrets">, { id, email }: OfficeAccess, endsAt: Date): string =>
  deps.secrets.seal(purpose, JSON.stringify({ officeId: id, email, endsAt }));

export type OfficeOfCampaign = { office: OfficeAccess; campaign: Campaign };

/** The office a link names, with its campaign. Throws NOT_FOUND for a link that is not ours, or whose campaign never was public. */
export const officeOf = async (deps: Deps, ref: string): Promise<OfficeOfCampaign> => {
  const id = officeOfRef(deps, ref);
  const office = id === null ? null : await findOffice(deps.db, id);
  const campaign = office === null ? null : await findCampaign(deps.db, office.campaignId);
  if (office === null || campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "office.linkUnknown");
  return { office, campaign };
};

/** Whether a ticket opens this office now. */
export const opens = (deps: Pick<Deps, "secrets" | "clock">, office: OfficeAccess, ticket: string): boolean => {
  const text = deps.secrets.unseal(purpose, ticket);
  if (text === null) return false;
  const { officeId, email, endsAt } = officeTicketSchema.parse(JSON.parse(text));
  return officeId === office.id && email === office.email && endsAt > deps.clock.now();
};

/** The office behind a link, for somebody who came in. Throws UNAUTHENTICATED for a ticket that is over, forged or another office's. */
export const openedOffice = async (deps: Deps, actor: Actor, { ref, ticket }: OpenedOfficeInput): Promise<OfficeOfCampaign> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const found = await officeOf(deps, ref);
  if (!opens(deps, found.office, ticket)) throw new AppError("UNAUTHENTICATED", "office.comeIn");
  return found;
};

/** The same for what changes something. */
export const actingOffice = async (deps: Deps, actor: Actor, input: OpenedOfficeInput): Promise<OfficeOfCampaign> => {
  const found = await openedOffice(deps, actor, input);
  await requireRoom(deps, `office:act:${found.office.id}`, officeLimits.act);
  return found;
};
