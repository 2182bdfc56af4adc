import type { LetterValues } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import type { Flow, Recipient } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";

/** What of a letter's open places is known whoever it goes to. */
export const placeValues = (flow: Flow, campaign: PanelCampaign): Partial<LetterValues> => ({
  CAMPAIGN_TITLE: campaign.title,
  ...(flow.found === null ? {} : { SENDER_CITY: flow.found.city, SENDER_POSTAL_CODE: formatPostalCode(flow.found.postalCode) }),
  ...(flow.name.trim() === "" ? {} : { SENDER_NAME: flow.name.trim() }),
});

/** What is known once it goes to this person. */
export const personValues = (person: Recipient | undefined): Partial<LetterValues> =>
  person === undefined ? {} : { REPRESENTATIVE_NAME: person.name, REPRESENTATIVE_TITLE: person.title, DISTRICT: person.districtName };
