import { type Target, withoutGaps, withPersonal } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { useMemo } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, readable } from "../model/letter-words";
import type { Flow } from "./letter-flow";
import { personValues, placeValues } from "./letter-values";
import type { PanelCampaign } from "./panel-campaign";

export type ShownLetter = { to: string; subject: string; body: string; signature: string };

/** The letter as it stands now, filled live with what is known so far; for one person of several where one is looked at. */
export const useShownLetter = (flow: Flow, campaign: PanelCampaign, people: readonly Target[]): ShownLetter => {
  const { t } = usePage();
  return useMemo(() => {
    const words = letterWords(t);
    const known = { ...placeValues(flow, campaign), ...(people.length === 1 ? personValues(people[0]) : {}) };
    const place = flow.found === null || flow.found.postalCode === "" ? [] : [flow.found.city, formatPostalCode(flow.found.postalCode)];
    return {
      to: people.map(({ name }) => name).join(", "),
      subject: flow.subject ?? readable(campaign.letter.subject, known, words),
      // The same rule as the server's: the sentence has its place in the text, or stands after the first paragraph.
      body: flow.body ?? withoutGaps(readable(withPersonal(campaign.letter.body, flow.personal.trim()), known, words)),
      signature: [
        flow.name.trim() || t("panel.letter.signature"),
        campaign.askStreet ? flow.street.trim() || t("panel.letter.streetLine") : "",
        place.filter((part) => part !== "").join("  "),
      ]
        .filter((line) => line !== "")
        .join("\n"),
    };
  }, [flow, campaign, people, t]);
};
