import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { longDate } from "../../../texts/dates";
import { AboutMe } from "../components/AboutMe";
import { ReceiptLetters } from "../components/ReceiptLetters";
import type { KeptAboutMe, Receipt } from "../model";

type ReceiptPageProps = {
  receipt: Receipt;
  about: KeptAboutMe | null;
  token: string;
  /** What was just done by a plain form: it is said on top. */
  just: "confirmed" | "erased" | null;
};

/** The supporter's private page: what became of each letter, and all that is kept about her. */
export const ReceiptPage = ({ receipt, about, token, just }: ReceiptPageProps) => {
  const { t, link, locale, timeZone } = usePage();
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">{receipt.campaignTitle}</p>
      <h1>{just === "confirmed" ? t("confirm.doneTitle") : t("receipt.title")}</h1>
      <p className="lead">{just === "confirmed" ? t("confirm.doneText") : t("receipt.lead")}</p>
      {receipt.erasedAt === null ? null : (
        <p className="notice" role="status">
          {t("about.erased", { date: longDate(locale, receipt.erasedAt, timeZone) })}
        </p>
      )}
      <Island name="receipt" component={ReceiptLetters} props={{ receipt, token }} />
      {about === null ? null : <AboutMe about={about} erasePath={`/receipt/${token}/erase`} justErased={just === "erased"} />}
      <p className="row">
        <a className="button button-quiet" href={link(`/c/${receipt.campaignSlug}`)}>
          {t("receipt.back")}
        </a>
        <a className="button button-quiet" href={link("/campaigns")}>
          {t("receipt.otherCampaigns")}
        </a>
      </p>
    </div>
  );
};

export const NoReceiptPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("receipt.unknownTitle")}</h1>
      <p className="lead">{t("receipt.unknownText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};
