import type { PositionCounts, TargetRule } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import type { Texts } from "../../../texts/texts";
import { Portrait } from "../../../shell/Portrait";
import { Votes } from "../components/Votes";
import type { CampaignView, FixedPeople } from "../model/campaign-view";

const mostFaces = 24;

type WhoGetsItProps = { campaign: CampaignView; people: FixedPeople; votes: PositionCounts | null };

/** Who the letter goes to, or went to once nobody can write any more: the offices a postal code leads to, and the people who can be named already. */
export const WhoGetsIt = ({ campaign, people, votes }: WhoGetsItProps) => {
  const { t } = usePage();
  const { rules, allowCalls, methods } = campaign;
  const open = campaign.state === "open";
  const calls = methods.length === 0 && allowCalls;
  const own = rules.flatMap((rule) => ownOffices(rule, t));
  const named = (people?.targets ?? []).filter(({ isVacant }) => !isVacant);
  const councils = rules.flatMap((rule) => (rule.kind === "WHOLE_COUNCIL" ? [rule.setName] : []));
  return (
    <section aria-labelledby="who-gets-it">
      <h2 id="who-gets-it">
        {t(open ? (calls ? "campaign.whoCalls" : "campaign.whoGets") : calls ? "campaign.whoWasCalled" : "campaign.whoGot")}
      </h2>
      {own.length === 0 ? null : (
        <>
          {open ? <p className="prose">{t("campaign.whoGetsIntro")}</p> : null}
          <ul className="levels">
            {own.map((office) => (
              <li key={office}>{office}</li>
            ))}
          </ul>
        </>
      )}
      {councils.length > 0 ? (
        <ul className="levels">
          {councils.map((name) => (
            <li key={name}>{t("campaign.wholeCouncil", { name })}</li>
          ))}
        </ul>
      ) : null}
      {open && campaign.allowList && rules.some(({ kind }) => kind === "NAMED_PEOPLE") ? (
        <p className="prose">{t("campaign.fromList")}</p>
      ) : null}
      {votes === null ? null : <Votes positions={votes} />}
      {named.length === 0 ? null : (
        <ul className="named">
          {named.slice(0, mostFaces).map(({ id, name, officeTitle, organization, districtName, photoUrl }) => (
            <li key={id}>
              <Portrait name={name} photoUrl={photoUrl} small />
              <span>
                <strong>{name}</strong>
                <span className="dimmed">{[officeTitle, organization ?? "", districtName].filter((fact) => fact !== "").join(" · ")}</span>
              </span>
            </li>
          ))}
          {named.length > mostFaces ? <li className="dimmed">{t("campaign.andMore", { count: named.length - mostFaces })}</li> : null}
        </ul>
      )}
      {open && campaign.ownConstituentsOnly ? <p className="hint">{t("campaign.constituentsOnly")}</p> : null}
    </section>
  );
};

const ownOffices = (rule: TargetRule, t: Texts): string[] => {
  if (rule.kind === "MY_COUNCIL") return [t("campaign.myCouncil")];
  if (rule.kind !== "MY_REPRESENTATIVES") return [];
  return rule.levels.map((level) => t(`levels.${level}`));
};
