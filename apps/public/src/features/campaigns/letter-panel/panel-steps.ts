import type { PanelCampaign } from "./panel-campaign";

/** The steps of a letter, and of a call; `done` ends either. */
export type Step = "code" | "people" | "letter" | "you" | "send" | "calls" | "done";

/** A campaign that offers no way for a letter is a phone day. */
export const isPhoneDay = ({ methods, allowCalls }: Pick<PanelCampaign, "methods" | "allowCalls">): boolean =>
  methods.length === 0 && allowCalls;

/** The steps that lie before a supporter, without the last page; choosing how it goes is a step only where there is a choice. */
export const stepsOf = (campaign: Pick<PanelCampaign, "methods" | "needsPlace" | "allowCalls">): Step[] => [
  ...(campaign.needsPlace ? (["code"] as const) : []),
  ...(isPhoneDay(campaign)
    ? (["calls"] as const)
    : (["people", "letter", "you", ...(campaign.methods.length > 1 ? ["send" as const] : [])] as const)),
];

export const firstStep = (campaign: Pick<PanelCampaign, "methods" | "needsPlace" | "allowCalls">): Step => stepsOf(campaign)[0] ?? "people";

export const stepAfter = (campaign: Pick<PanelCampaign, "methods" | "needsPlace" | "allowCalls">, step: Step): Step => {
  const all = stepsOf(campaign);
  return all[all.indexOf(step) + 1] ?? "done";
};
