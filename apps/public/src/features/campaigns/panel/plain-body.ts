import { withoutGaps } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import type { Texts } from "../../../texts/texts";
import type { CampaignView } from "../model/campaign-view";
import { letterWords, readable } from "../model/letter-words";
import type { PlainForm } from "./plain-form";

/** The (first) text as a plain form offers it for editing: the place is filled in, the people's names are left in brackets. */
export const plainBody = (
  campaign: CampaignView,
  { found, prepared }: Pick<PlainForm, "found" | "prepared">,
  t: Texts,
): { subject: string; body: string } => {
  const known = {
    CAMPAIGN_TITLE: campaign.title,
    ...(found === null || found.postalCode === ""
      ? {}
      : { SENDER_CITY: found.city, SENDER_POSTAL_CODE: formatPostalCode(found.postalCode) }),
    ...(campaign.personalPrompt === "" ? { PERSONAL: "" } : {}),
  };
  const words = letterWords(t);
  const text = prepared?.texts[0] ?? campaign.letter;
  return {
    subject: readable(text.subject, known, words),
    body: withoutGaps(readable(text.body, known, words)),
  };
};
