import { transaction } from "@cml/db";
import { isWayInOpen, setWayIn, takeWayIn } from "@cml/db/influence";
import {
  type EnteredOffice,
  maskedMailbox,
  type OfficeDoor,
  type OfficeDoorInput,
  officeLimits,
  type OfficeRefInput,
  officeSessionHours,
  type WayIn,
  wayInHours,
  type WayInInput,
  type WayInMailed,
} from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { requireRoom } from "../../platform/require-room";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { officeLinkOf } from "./office-link";
import { wayInHashOf } from "./office-tokens";
import { officeOf, opens, ticketFor } from "./opened-office";

const hours = (from: Date, count: number): Date => new Date(from.getTime() + count * 3_600_000);

/** What whoever follows the link of a letter is told: whose page it is and where the way in would be mailed; no more. */
export const getOfficeDoor = async (deps: Deps, actor: Actor, { ref, ticket }: OfficeDoorInput): Promise<OfficeDoor> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const { office, campaign } = await officeOf(deps, ref);
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    officeName: office.name,
    officeTitle: office.title,
    mailbox: maskedMailbox(office.email),
    isOpen: ticket !== null && opens(deps, office, ticket),
  };
};

/** Mails the way in to the address the letters go to, whoever asks: reading that mailbox is what proves an office. */
export const mailWayIn = async (deps: Deps, actor: Actor, { ref, locale }: OfficeRefInput): Promise<WayInMailed> => {
  await requireRoom(deps, `office:way-in:ip:${actor.ipHash}`, officeLimits.wayInFromAddress);
  const { office, campaign } = await officeOf(deps, ref);
  await requireRoom(deps, `office:way-in:${office.id}`, officeLimits.wayInToOffice);
  const token = deps.secrets.newToken();
  const sentAt = deps.clock.now();
  const endsAt = hours(sentAt, wayInHours);
  await transaction(deps.db, async (db) => {
    await setWayIn(db, { id: office.id, tokenHash: wayInHashOf(deps, token), sentAt, endsAt });
    await queueTemplateMail(deps, db, {
      templateKey: "office-way-in",
      locale,
      to: { name: office.name, address: office.email },
      variables: {
        RECIPIENT_NAME: office.name,
        CAMPAIGN_TITLE: localized(campaign, "title", locale),
        OFFICE_URL: `${await officeLinkOf(deps, office.id, locale)}/in/${token}`,
        EXPIRES_AT: await formatMoment(deps, endsAt, locale),
      },
    });
  });
  return { mailbox: maskedMailbox(office.email) };
};

/** What the page of a mailed way in shows before its button is pressed. Throws NOT_FOUND where the way in is used or over. */
export const getWayIn = async (deps: Deps, actor: Actor, { ref, token }: WayInInput): Promise<WayIn> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const { office, campaign } = await officeOf(deps, ref);
  const isOpen = await isWayInOpen(deps.db, { id: office.id, tokenHash: wayInHashOf(deps, token), now: deps.clock.now() });
  if (!isOpen) throw new AppError("NOT_FOUND", "office.wayInOver");
  return { officeName: office.name, campaignTitle: localized(campaign, "title", actor.locale) };
};

/** Uses the way in and gives what the browser keeps for the day. Throws NOT_FOUND where it is used or over. */
export const enterOffice = async (deps: Deps, actor: Actor, { ref, token }: WayInInput): Promise<EnteredOffice> => {
  await requireRoom(deps, `office:look:${actor.ipHash}`, officeLimits.look);
  const { office } = await officeOf(deps, ref);
  const now = deps.clock.now();
  const came = await transaction(deps.db, (db) => takeWayIn(db, { id: office.id, tokenHash: wayInHashOf(deps, token), now }));
  if (!came) throw new AppError("NOT_FOUND", "office.wayInOver");
  const endsAt = hours(now, officeSessionHours);
  return { ticket: ticketFor(deps, office, endsAt), endsAt };
};
