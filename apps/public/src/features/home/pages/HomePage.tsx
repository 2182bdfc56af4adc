import { ArrowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { CampaignCard, type CampaignCardView } from "../../campaigns";
import { ShiftList, type ShiftView } from "../../shifts";

type HomePageProps = { campaigns: CampaignCardView[]; shifts: ShiftView[]; showMap: boolean };

export const HomePage = ({ campaigns, shifts, showMap }: HomePageProps) => {
  const { t, organization, link } = usePage();
  const [first, ...others] = [...campaigns].sort((a, b) => Number(b.highlighted) - Number(a.highlighted));
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <h1>{t("home.title")}</h1>
          <p className="lead">{t("home.lead", { organization })}</p>
        </div>
      </div>
      <div className="wrap page">
        <section aria-labelledby="current">
          <h2 id="current">{t("home.current")}</h2>
          {first === undefined ? <p className="dimmed">{t("home.empty")}</p> : <CampaignCard campaign={first} large />}
          {others.length === 0 ? null : (
            <div className="cards">
              {others.slice(0, 6).map((campaign) => (
                <CampaignCard key={campaign.slug} campaign={campaign} />
              ))}
            </div>
          )}
          {others.length > 6 ? (
            <p>
              <a className="button button-quiet" href={link("/campaigns")}>
                {t("home.all")}
                <ArrowIcon />
              </a>
            </p>
          ) : null}
        </section>
        {shifts.length === 0 ? null : (
          <section aria-labelledby="shifts">
            <h2 id="shifts">{t("home.shifts")}</h2>
            <p className="dimmed">{t("home.shiftsLead")}</p>
            <ShiftList shifts={shifts.slice(0, 3)} />
            <p>
              <a className="button button-quiet" href={link("/shifts")}>
                {t("home.allShifts")}
                <ArrowIcon />
              </a>
            </p>
          </section>
        )}
        {showMap ? (
          <section aria-labelledby="map">
            <h2 id="map">{t("map.home")}</h2>
            <p className="dimmed">{t("map.homeLead")}</p>
            <p>
              <a className="button button-quiet" href={link("/map")}>
                {t("map.toMap")}
                <ArrowIcon />
              </a>
            </p>
          </section>
        ) : null}
      </div>
    </>
  );
};
