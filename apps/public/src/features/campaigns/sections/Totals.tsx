import { usePage } from "../../../shell/page-context";
import type { CampaignView } from "../model/campaign-view";

/** Letters and calls so far; a campaign that keeps a count to itself shows none. */
export const Totals = ({ campaign: { letterCount, callCount } }: { campaign: CampaignView }) => {
  const { t, locale } = usePage();
  const digits = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  const shown = [
    ...(letterCount !== null && letterCount > 0 ? [{ key: "campaign.counterLetters" as const, count: letterCount }] : []),
    ...(callCount !== null && callCount > 0 ? [{ key: "campaign.counterCalls" as const, count: callCount }] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <p className="counters">
      {shown.map(({ key, count }) => (
        <span key={key}>
          <strong className="tabular">{digits.format(count)}</strong> {t(key, { count })}
        </span>
      ))}
    </p>
  );
};
