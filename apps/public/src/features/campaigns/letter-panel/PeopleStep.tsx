import { formatPostalCode } from "@cml/domain/kernel";
import type { CampaignTargets } from "@cml/domain/influence";
import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon, PhoneIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { Votes } from "../components/Votes";
import { FacesSkeleton } from "./CodeStep";
import { DistrictChoice } from "./DistrictChoice";
import { FaceList } from "./FaceList";
import { LevelNotice } from "./LevelNotice";
import { canBeWritten, openChoices, shownTargets } from "./letter-flow";
import { NotMine, StreetForm } from "./StreetForm";
import type { PanelCampaign } from "./panel-campaign";
import { PanelProblem } from "./PanelProblem";
import type { LetterFlow } from "./useLetterFlow";

export const PeopleStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t, link } = usePage();
  const { flow, dispatch, toLetter, lookUp } = letter;
  const { found } = flow;
  if (found === null)
    return (
      <>
        <PanelProblem campaign={campaign} text={flow.problem} />
        {flow.problem === null ? (
          <FacesSkeleton />
        ) : (
          <button type="button" className="button" onClick={() => void lookUp()}>
            {t("form.retry")}
          </button>
        )}
      </>
    );
  const shown = shownTargets(found);
  const reachable = shown.some((target) => canBeWritten(target, campaign.methods));
  const choices = openChoices(found);
  const nobody = shown.length === 0 && choices.length === 0 && found.levels.length === 0;
  return (
    <>
      <Place found={found} />
      {found.sourcesDown ? <SourcesDown letter={letter} /> : null}
      {found.notConstituent ? <NotConstituent /> : null}
      {found.levels.map((level) => (
        <LevelNotice key={level.level} answer={level} anybody={shown.length > 0} />
      ))}
      {choices.map((level) => (
        <DistrictChoice key={level.level} letter={letter} level={level} found={found} />
      ))}
      {choices.length > 0 ? (
        <>
          <p className="dimmed">{t("panel.street.notSure")}</p>
          <StreetForm letter={letter} />
        </>
      ) : null}
      {nobody && !found.sourcesDown && !found.notConstituent ? (
        <div className="notice">
          <p className="notice-title">{t("panel.people.none")}</p>
          <p>{t("panel.people.noneHint")}</p>
        </div>
      ) : null}
      {found.notConstituent ? null : <Votes positions={found.positions} />}
      <form
        noValidate
        method="get"
        action={campaign.isPreview ? "#act" : `${link(`/c/${campaign.slug}`)}#act`}
        onSubmit={(event) => {
          event.preventDefault();
          toLetter();
        }}
      >
        <input type="hidden" name="write" value="1" />
        {shown.length === 0 || found.notConstituent ? null : <FaceList letter={letter} campaign={campaign} targets={shown} />}
        <Problem text={flow.fields.people ?? flow.problem} />
        {reachable && !found.notConstituent ? (
          <button type="submit" className="button button-large">
            {t("panel.people.button")}
            <ArrowIcon />
          </button>
        ) : null}
      </form>
      {campaign.allowCalls && shown.some(({ offices }) => offices.some(({ tel }) => tel !== "")) ? (
        <button type="button" className="button button-quiet button-wide" onClick={() => dispatch({ type: "went", step: "calls" })}>
          <PhoneIcon />
          {t("panel.people.call")}
        </button>
      ) : null}
      {campaign.needsPlace ? (
        <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "code" })}>
          <BackIcon />
          {t("panel.people.otherCode")}
        </button>
      ) : null}
      {choices.length === 0 && found.levels.some(({ state }) => state === "SURE") ? <NotMine letter={letter} /> : null}
    </>
  );
};

const Place = ({ found }: { found: CampaignTargets }) => {
  const { t } = usePage();
  if (found.postalCode === "") return null;
  const code = formatPostalCode(found.postalCode);
  const place = [found.city, found.province].filter((part) => part !== "").join(", ");
  return <p className="dimmed">{place === "" ? code : t("panel.people.place", { code, place })}</p>;
};

const SourcesDown = ({ letter: { lookUp, flow } }: { letter: LetterFlow }) => {
  const { t } = usePage();
  return (
    <div className="notice" role="status">
      <p className="notice-title">{t("panel.people.downTitle")}</p>
      <p>{flow.found?.targets.length === 0 ? t("panel.people.down") : t("panel.people.downButNamed")}</p>
      <button type="button" className="button button-quiet" disabled={flow.busy !== false} onClick={() => void lookUp()}>
        {flow.busy ? t("form.working") : t("form.retry")}
      </button>
    </div>
  );
};

const NotConstituent = () => {
  const { t, link } = usePage();
  return (
    <div className="notice">
      <p className="notice-title">{t("panel.people.notConstituent")}</p>
      <p>{t("panel.people.notConstituentHint")}</p>
      <p>
        <a href={link("/campaigns")}>{t("panel.done.otherCampaigns")}</a>
      </p>
    </div>
  );
};
