import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { dateAndTime } from "../../../texts/dates";
import { ConfirmButton } from "../components/ConfirmButton";
import { LettersToConfirm } from "../components/LettersToConfirm";
import type { WaitingLetter } from "../model";

/** What a mailed link shows: whose letter it is, to whom it goes, and one button. Opening it does nothing by itself. */
export const ConfirmPage = ({ letter, token }: { letter: WaitingLetter; token: string }) => {
  const { t, locale, timeZone, link, organization } = usePage();
  const count = letter.letters.length;
  const boxesOnly = count === 0;
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${letter.campaignSlug}`)}>{letter.campaignTitle}</a>
      </p>
      <h1>{boxesOnly ? t("confirm.boxesTitle") : t("confirm.title", { count })}</h1>
      <p className="lead">{boxesOnly ? t("confirm.boxesLead") : t("confirm.lead", { count })}</p>
      <LettersToConfirm letters={letter.letters} name={letter.name} />
      {letter.consents.length === 0 ? null : (
        <div className="asked">
          <p>{t(boxesOnly ? "confirm.boxesAsked" : "confirm.boxesToo")}</p>
          <ul>
            {letter.consents.map((kind) => (
              <li key={kind}>{t(`confirm.boxes.${kind}`, { organization })}</li>
            ))}
          </ul>
        </div>
      )}
      <Island name="confirm" component={ConfirmButton} props={{ token, count }} />
      <p className="hint">{t("confirm.notMine", { date: dateAndTime(locale, letter.expiresAt, timeZone) })}</p>
    </div>
  );
};

export const DeadLinkPage = ({ used }: { used: boolean }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{used ? t("confirm.usedTitle") : t("confirm.expiredTitle")}</h1>
      <p className="lead">{used ? t("confirm.usedText") : t("confirm.expiredText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};

/** After a link that confirmed boxes only: there is no letter to follow. */
export const BoxesConfirmedPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("confirm.boxesDoneTitle")}</h1>
      <p className="lead">{t("confirm.boxesDoneText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("receipt.otherCampaigns")}
      </a>
    </div>
  );
};
