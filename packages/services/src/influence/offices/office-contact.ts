import { transaction } from "@cml/db";
import { findCampaignOwner, setOfficeContact } from "@cml/db/influence";
import { type Campaign, officeLimits, type SetOfficeContactInput, type WriteToOrganisersInput } from "@cml/domain/influence";
import { type Actor, AppError, type Locale, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { actingOffice } from "./opened-office";

/** Whom organisers may ask at this office; empty fields take it back. */
export const saveOfficeContact = async (deps: Deps, actor: Actor, input: SetOfficeContactInput): Promise<void> => {
  const { office } = await actingOffice(deps, actor, input);
  const { name, email, phone } = input;
  await setOfficeContact(deps.db, { id: office.id, name, email, phone });
};

/** Brings what an office writes to the campaign's owner, otherwise to the organisation; an answer goes to the office's mailbox. */
export const writeToOrganisers = async (deps: Deps, actor: Actor, input: WriteToOrganisersInput): Promise<void> => {
  const { office, campaign } = await actingOffice(deps, actor, input);
  await requireRoom(deps, `office:message:${office.id}`, officeLimits.message);
  const to = await organiserOf(deps, campaign);
  if (to === null) throw new AppError("CONFLICT", "office.nobodyToTell");
  await transaction(deps.db, (db) =>
    queueTemplateMail(deps, db, {
      templateKey: "office-message",
      locale: to.locale,
      to: { name: to.name, address: to.email },
      variables: {
        RECIPIENT_NAME: office.name,
        CAMPAIGN_TITLE: localized(campaign, "title", to.locale),
        MESSAGE: input.text.trim(),
        REPLY_FROM: office.contactEmail ?? office.email,
      },
    }),
  );
};

const organiserOf = async (deps: Deps, campaign: Campaign): Promise<{ name: string; email: string; locale: Locale } | null> => {
  const { settings } = await readSettings(deps);
  const owner = campaign.createdByUserId === null ? null : await findCampaignOwner(deps.db, campaign.createdByUserId);
  if (owner !== null) return { name: owner.name, email: owner.email, locale: owner.locale ?? settings.defaultLocale };
  const { contactEmail, defaultLocale, organizationName } = settings;
  return contactEmail === null ? null : { name: organizationName, email: contactEmail, locale: defaultLocale };
};
