import { usePage } from "../../../shell/page-context";

/** No more mails about a campaign: one button, and one that takes it back. The link itself stops nothing. */
export const StopPage = ({ token, stopped }: { token: string; stopped: boolean }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t(stopped ? "ended.stoppedTitle" : "ended.stopTitle")}</h1>
      <p className="lead">{t(stopped ? "ended.stoppedText" : "ended.stopLead")}</p>
      <form method="post" action={link(`/ended/${token}/${stopped ? "again" : "stop"}`)}>
        <button type="submit" className={stopped ? "button button-quiet" : "button"}>
          {t(stopped ? "ended.again" : "ended.stopButton")}
        </button>
      </form>
    </div>
  );
};

/** After the way back. */
export const AgainPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("ended.againDone")}</h1>
      <a className="button" href={link("/campaigns")}>
        {t("receipt.otherCampaigns")}
      </a>
    </div>
  );
};

export const ExpiredPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("ended.expiredTitle")}</h1>
      <p className="lead">{t("ended.expiredText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};
