import { formatPostalCode } from "@cml/domain/kernel";
import type { Texts } from "../../../texts/texts";
import { letterWords, readable } from "../model/letter-words";
import type { Flow, Recipient } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import { personValues, placeValues } from "./letter-values";

// Mail programs on Windows cut longer addresses off in the middle of a word.
const longestLink = 1_900;

/** The letter to one person as a link for the supporter's own mail program; a text too long for a link is left to be pasted. */
export const mailtoLink = (person: Recipient, flow: Flow, { campaign, t }: { campaign: PanelCampaign; t: Texts }): string => {
  const known = { ...placeValues(flow, campaign), ...personValues(person) };
  const words = letterWords(t);
  const subject = readable(flow.subject ?? campaign.letter.subject, known, words);
  const signature = [flow.name.trim(), flow.found?.city ?? "", flow.found === null ? "" : formatPostalCode(flow.found.postalCode)];
  const body = `${readable(flow.body ?? campaign.letter.body, known, words).trimEnd()}\n\n${signature.filter((line) => line !== "").join("\n")}`;
  const address = `mailto:${encodeURIComponent(person.email ?? "").replace("%40", "@")}?subject=${encodeURIComponent(subject)}`;
  const whole = `${address}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  return whole.length <= longestLink ? whole : address;
};
