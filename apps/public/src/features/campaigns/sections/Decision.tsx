import type { ReactNode } from "react";
import { usePage } from "../../../shell/page-context";
import { dateAndTime, longDateAndTime } from "../../../texts/dates";
import type { CampaignView } from "../model/campaign-view";

/** When and about what it is decided, until when letters count, who gets a copy, and that they are public. */
export const Decision = ({ campaign }: { campaign: CampaignView }) => {
  const { t, locale, timeZone } = usePage();
  const { decisionAt, submissionDeadline, agendaItem, clerkName, publicRecord, endsAt, state } = campaign;
  const when = (iso: string): ReactNode => <time dateTime={iso}>{longDateAndTime(locale, iso, timeZone)}</time>;
  const facts: { name: string; value: ReactNode }[] = [
    ...(decisionAt === null ? [] : [{ name: t("campaign.decision"), value: when(decisionAt) }]),
    ...(agendaItem === "" ? [] : [{ name: t("campaign.agendaItem"), value: agendaItem }]),
    ...(submissionDeadline === null ? [] : [{ name: t("campaign.deadline"), value: when(submissionDeadline) }]),
    ...(submissionDeadline === null && decisionAt === null && endsAt !== null && state === "open"
      ? [{ name: t("campaign.endsAt"), value: <time dateTime={endsAt}>{dateAndTime(locale, endsAt, timeZone)}</time> }]
      : []),
    ...(clerkName === "" ? [] : [{ name: t("campaign.clerk"), value: clerkName }]),
  ];
  if (facts.length === 0 && !publicRecord) return null;
  return (
    <section className="decision" aria-label={t("campaign.decisionTitle")}>
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {publicRecord ? <p className="hint">{t("campaign.publicRecord")}</p> : null}
    </section>
  );
};
