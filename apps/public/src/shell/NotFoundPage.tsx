import { usePage } from "./page-context";

export const NotFoundPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("notFound.title")}</h1>
      <p className="lead">{t("notFound.text")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};
