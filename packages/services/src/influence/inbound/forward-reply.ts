import type { Db } from "@cml/db";
import { type AddressedLetter, findCampaign } from "@cml/db/influence";
import { type Campaign, type InboundAttachment, type InboundKind, shareFormPath, withoutOfficeLinks } from "@cml/domain/influence";
import { type Locale, localized } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { receiptTokenOf } from "../campaign-emails/receipt-tokens";
import type { InboundEffect } from "./inbound-effect";

const perLetterADay = { limit: 20, windowSeconds: 86_400 };

/**
 * Whether a mail goes on to the supporter: only what a person wrote, only to somebody whose address we have and who did not
 * erase it, never back into our own domain, and not without end.
 */
export const mayForward = async (deps: Deps, { letter, kind }: { letter: AddressedLetter | null; kind: InboundKind }): Promise<boolean> => {
  if (kind !== "REPLY" || letter === null || letter.userEmail === null || letter.erasedAt !== null) return false;
  const { settings } = await readSettings(deps);
  const domain = settings.inboundDomain?.toLowerCase();
  if (domain !== undefined && letter.userEmail.toLowerCase().endsWith(`@${domain}`)) return false;
  return (await deps.limiter.take(`inbound:forward:${letter.id}`, perLetterADay)).allowed;
};

/** Asks for the mail that brings an office's answer to the supporter: its text as text; attachments are named, not passed on. */
export const forwardReply = async (deps: Deps, db: Db, { id, letter, mail }: InboundEffect): Promise<void> => {
  if (letter.userEmail === null) return;
  const { locale } = letter;
  const campaign = await findCampaign(db, letter.campaignId);
  await queueTemplateMail(deps, db, {
    templateKey: "letter-reply",
    locale,
    to: { name: letter.userName ?? "", address: letter.userEmail },
    variables: {
      USER_NAME: letter.userName ?? letter.userEmail,
      RECIPIENT_NAME: letter.recipientName,
      CAMPAIGN_TITLE: campaign === null ? letter.subject : localized(campaign, "title", locale),
      SUBJECT: mail.subject === "" ? translate(locale, "influence:inbound.noSubject") : mail.subject,
      REPLY_FROM: mail.from === null ? letter.recipientName : writerOf(mail.from),
      MESSAGE: withoutOfficeLinks(mail.text).slice(0, 50_000),
      ATTACHMENTS: attachmentNames(mail.attachments, locale),
      ...(await shareLink(deps, { id, letter, campaign })),
    },
    onceKey: `letter-reply:${id}`,
  });
};

type Sharing = Pick<InboundEffect, "id" | "letter"> & { campaign: Campaign | null };

/** The form that puts the answer on the campaign's wall, filled in; only its receiver decides whether it is sent. */
const shareLink = async (deps: Deps, { id, letter, campaign }: Sharing): Promise<Record<string, string>> => {
  if (campaign?.showResponseWall !== true || letter.submissionId === null) return {};
  const path = shareFormPath(campaign.slug, { receiptToken: receiptTokenOf(deps, letter.submissionId), letterId: letter.id, mailId: id });
  return { SHARE_URL: await getPublicLink(deps, letter.locale, path) };
};

const writerOf = ({ name, address }: { name: string; address: string }): string => (name === "" ? address : `${name}, ${address}`);

const attachmentNames = (attachments: readonly InboundAttachment[], locale: Locale): string =>
  attachments.map(({ name }) => (name === "" ? translate(locale, "influence:inbound.unnamed") : name)).join(", ");
