import { Problem } from "../../../shell/Field";
import { BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { ShareButtons } from "../../../shell/ShareButtons";
import { FacesSkeleton } from "../letter-panel/CodeStep";
import type { PanelCampaign } from "../letter-panel/panel-campaign";
import { isPhoneDay } from "../letter-panel/panel-steps";
import type { LetterFlow } from "../letter-panel/useLetterFlow";
import { CallCard } from "./CallCard";
import { useCalls } from "./useCalls";

type CallStepProps = { letter: LetterFlow; campaign: PanelCampaign; address: string };

/** The people to be called, one card each: number, script, what came of it. In a preview nothing of it is counted. */
export const CallStep = ({ letter, campaign, address }: CallStepProps) => {
  const { flow } = letter;
  const { t } = usePage();
  const calls = useCalls(letter.calls, {
    slug: campaign.slug,
    postalCode: campaign.needsPlace ? (flow.found?.postalCode ?? null) : null,
    districts: flow.districts,
    name: flow.name.trim(),
  });
  const { sheet, problem } = calls;
  const made = sheet?.people.filter((person) => calls.stateOf(person).outcome !== null).length ?? 0;
  return (
    <>
      <p className="dimmed">{t("calls.lead")}</p>
      {campaign.isPreview ? <p className="notice">{t("panel.preview.calls")}</p> : null}
      <Problem text={problem} />
      {sheet === null && problem === null ? <FacesSkeleton /> : null}
      {sheet === null && problem !== null ? (
        <button type="button" className="button" onClick={calls.reload}>
          {t("form.retry")}
        </button>
      ) : null}
      {sheet?.people.length === 0 ? <p className="notice">{t("calls.nobody")}</p> : null}
      {sheet?.people.map((person) => (
        <CallCard key={person.targetId} person={person} calls={calls} isPreview={campaign.isPreview} />
      ))}
      {made === 0 ? null : (
        <div className="done-share">
          <h3>{t("calls.thanks")}</h3>
          <p className="hint">{t("calls.shareHint")}</p>
          <ShareButtons address={address} title={campaign.title} />
        </div>
      )}
      <BackButton letter={letter} campaign={campaign} />
    </>
  );
};

const BackButton = ({ letter: { dispatch }, campaign }: Pick<CallStepProps, "letter" | "campaign">) => {
  const { t } = usePage();
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => dispatch({ type: "went", step: isPhoneDay(campaign) ? "code" : "people" })}
    >
      <BackIcon />
      {t(isPhoneDay(campaign) ? "panel.people.otherCode" : "calls.toLetter")}
    </button>
  );
};
