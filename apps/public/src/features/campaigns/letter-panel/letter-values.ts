import type { LetterValues, Target } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import type { Flow } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";

/** What of a letter's open places is known whoever it goes to. */
export const placeValues = (flow: Flow, campaign: PanelCampaign): Partial<LetterValues> => ({
  CAMPAIGN_TITLE: campaign.title,
  ...(flow.found === null || flow.found.postalCode === ""
    ? {}
    : { SENDER_CITY: flow.found.city, SENDER_POSTAL_CODE: formatPostalCode(flow.found.postalCode) }),
  ...(flow.name.trim() === "" ? {} : { SENDER_NAME: flow.name.trim() }),
  // Nobody is asked for a sentence where the campaign has no question; its place stays empty then.
  ...(flow.personal.trim() === "" && campaign.personalPrompt !== "" ? {} : { PERSONAL: flow.personal.trim() }),
});

/** What is known once it goes to this person. */
export const personValues = (person: Target | undefined): Partial<LetterValues> =>
  person === undefined
    ? {}
    : {
        REPRESENTATIVE_NAME: person.name,
        REPRESENTATIVE_TITLE: person.officeTitle,
        SALUTATION: person.salutation,
        DISTRICT: person.districtName,
      };
