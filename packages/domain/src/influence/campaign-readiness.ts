import type { Campaign, PublishProblem } from "./campaign";

type Judged = Pick<
  Campaign,
  | "targets"
  | "targetGovernmentLevels"
  | "allowSmtpEmail"
  | "allowMailtoLink"
  | "allowPrint"
  | "allowCalls"
  | "sendFrom"
  | "sendUntil"
  | "windowFrom"
  | "windowTo"
  | "endsAt"
>;
type Facts = { now: Date; /** Active people on the campaign's own list. */ namedPeople: number };

/** What is wrong with a campaign that is to be published; empty when it may be. Whether mail leaves is asked elsewhere. */
export const problemsOf = (campaign: Judged, { now, namedPeople }: Facts): PublishProblem[] => {
  const problems: PublishProblem[] = [];
  if (writesToNobody(campaign, namedPeople)) problems.push("noTargets");
  if (!campaign.allowSmtpEmail && !campaign.allowMailtoLink && !campaign.allowPrint && !campaign.allowCalls) problems.push("noWay");
  if (!isWindowReal(campaign)) problems.push("window");
  if (campaign.endsAt !== null && campaign.endsAt <= now) problems.push("ended");
  return problems;
};

const writesToNobody = ({ targets, targetGovernmentLevels }: Judged, namedPeople: number): boolean => {
  if (targets.length === 0) return targetGovernmentLevels.length === 0;
  return namedPeople === 0 && targets.every(({ kind }) => kind === "NAMED_PEOPLE");
};

/** Letters need a time to leave in: an end after its start, and hours that are both given and not turned round. */
export const isWindowReal = ({
  sendFrom,
  sendUntil,
  windowFrom,
  windowTo,
}: Pick<Campaign, "sendFrom" | "sendUntil" | "windowFrom" | "windowTo">): boolean => {
  if (sendFrom !== null && sendUntil !== null && sendFrom >= sendUntil) return false;
  if ((windowFrom === null) !== (windowTo === null)) return false;
  return windowFrom === null || windowTo === null || windowFrom < windowTo;
};
