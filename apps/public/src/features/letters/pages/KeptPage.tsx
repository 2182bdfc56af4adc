import { usePage } from "../../../shell/page-context";
import { AboutMe } from "../components/AboutMe";
import type { KeptAboutMe } from "../model";

type KeptPageProps = { about: KeptAboutMe; token: string; justErased: boolean };

/** All that is kept under an address, behind a link mailed to it: for people who wrote no letter and so hold no receipt. */
export const KeptPage = ({ about, token, justErased }: KeptPageProps) => (
  <div className="wrap page narrow">
    <AboutMe about={about} erasePath={`/kept/${token}/erase`} justErased={justErased} alone />
    <ToCampaigns quiet />
  </div>
);

export const NothingKeptPage = () => {
  const { t } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("about.unknownTitle")}</h1>
      <p className="lead">{t("receipt.unknownText")}</p>
      <ToCampaigns />
    </div>
  );
};

const ToCampaigns = ({ quiet = false }: { quiet?: boolean }) => {
  const { t, link } = usePage();
  return (
    <p className="row">
      <a className={quiet ? "button button-quiet" : "button"} href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </p>
  );
};
