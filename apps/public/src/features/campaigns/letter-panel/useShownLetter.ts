import { closingLines, type Target, withClosing, withoutGaps, withPersonal } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { useMemo } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, readable } from "../model/letter-words";
import type { Flow } from "./letter-flow";
import { personValues, placeValues } from "./letter-values";
import { namesOf } from "./names-of";
import type { PanelCampaign } from "./panel-campaign";

export type ShownLetter = { to: string; subject: string; body: string; signature: string };
type Text = { subject: string; body: string };

/** The letter to write in: its text filled live with what is known so far, the names only where one person gets it. */
export const useShownLetter = (
  flow: Flow,
  campaign: PanelCampaign,
  { text, people }: { text: Text; people: readonly Target[] },
): ShownLetter => {
  const { t, locale } = usePage();
  return useMemo(() => {
    const words = letterWords(t);
    const known = { ...placeValues(flow, campaign), ...(people.length === 1 ? personValues(people[0]) : {}) };
    // The same rule as the server's: the sentence has its place in the text, or stands after the first paragraph.
    const body = flow.body ?? withoutGaps(readable(withPersonal(text.body, flow.personal.trim()), known, words));
    const lines = closingLines({
      name: flow.name.trim() || words.SENDER_NAME,
      street: campaign.askStreet ? flow.street.trim() || `[${t("panel.letter.streetLine")}]` : null,
      city: flow.found?.city ?? "",
      postalCode: flow.found === null || flow.found.postalCode === "" ? "" : formatPostalCode(flow.found.postalCode),
    });
    return {
      to: namesOf(people, { t, locale }),
      subject: flow.subject ?? readable(text.subject, known, words),
      body,
      // What of the closing does not stand in the text already.
      signature: withClosing(body, lines).slice(body.trimEnd().length).trim(),
    };
  }, [flow, campaign, text, people, t, locale]);
};
