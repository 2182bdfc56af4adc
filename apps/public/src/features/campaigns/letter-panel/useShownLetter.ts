import { formatPostalCode } from "@cml/domain/kernel";
import { useMemo } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, readable } from "../model/letter-words";
import { chosen, type Flow } from "./letter-flow";
import { personValues, placeValues } from "./letter-values";
import type { PanelCampaign } from "./panel-campaign";

export type ShownLetter = { to: string; subject: string; body: string; signature: string };

/** The letter as it stands now, filled live with what is known so far. */
export const useShownLetter = (flow: Flow, campaign: PanelCampaign): ShownLetter => {
  const { t } = usePage();
  return useMemo(() => {
    const recipients = chosen(flow);
    const words = letterWords(t);
    const known = { ...placeValues(flow, campaign), ...(recipients.length === 1 ? personValues(recipients[0]) : {}) };
    const code = flow.found === null ? "" : formatPostalCode(flow.found.postalCode);
    return {
      to: recipients.map(({ name }) => name).join(", "),
      subject: flow.subject ?? readable(campaign.letter.subject, known, words),
      body: flow.body ?? readable(campaign.letter.body, known, words),
      signature: [
        flow.name.trim() || t("panel.letter.signature"),
        [flow.found?.city ?? "", code].filter((part) => part !== "").join("  "),
      ].join("\n"),
    };
  }, [flow, campaign, t]);
};
