import { usePage } from "./page-context";

export const FailurePage = ({ requestId }: { requestId: string }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("failure.title")}</h1>
      <p className="lead">{t("failure.text")}</p>
      {requestId === "" ? null : <p className="dimmed">{t("failure.number", { requestId })}</p>}
      <a className="button" href={link("/")}>
        {t("failure.button")}
      </a>
    </div>
  );
};
