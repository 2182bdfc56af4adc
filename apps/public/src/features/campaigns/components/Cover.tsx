import { usePage } from "../../../shell/page-context";

/** The campaign's picture; without one a quiet pattern in the organisation's colour, so that pages stay of a kind. */
export const Cover = ({ url, title, eager = false }: { url: string | null; title: string; eager?: boolean }) => {
  const { t } = usePage();
  if (url === null) return <div className="cover cover-empty" aria-hidden="true" />;
  return (
    <img
      className="cover"
      src={url}
      alt={t("site.imageOf", { title })}
      width={1200}
      height={675}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
    />
  );
};
