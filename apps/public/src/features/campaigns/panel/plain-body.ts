import { type CampaignTargets, withoutGaps } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import type { Texts } from "../../../texts/texts";
import type { CampaignView } from "../model/campaign-view";
import { letterWords, readable } from "../model/letter-words";

/** The letter as a plain form shows it: the place is filled in, the people's names are left in brackets. */
export const plainBody = (campaign: CampaignView, found: CampaignTargets | null, t: Texts): { subject: string; body: string } => {
  const known = {
    CAMPAIGN_TITLE: campaign.title,
    ...(found === null || found.postalCode === ""
      ? {}
      : { SENDER_CITY: found.city, SENDER_POSTAL_CODE: formatPostalCode(found.postalCode) }),
    ...(campaign.personalPrompt === "" ? { PERSONAL: "" } : {}),
  };
  const words = letterWords(t);
  return {
    subject: readable(campaign.letter.subject, known, words),
    body: withoutGaps(readable(campaign.letter.body, known, words)),
  };
};
