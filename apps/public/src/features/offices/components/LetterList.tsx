import type { OfficePage } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { fullDate } from "../../../texts/dates";

type LetterListProps = { page: OfficePage; action: string };

/** Each letter the office got: who, from where, when; and the note that a writer lives elsewhere. */
export const LetterList = ({ page, action }: LetterListProps) => {
  const { t, locale, timeZone } = usePage();
  if (page.list.length === 0) return <p>{t("officePage.noLetters")}</p>;
  return (
    <>
      <ul className="office-letters">
        {page.list.map(({ id, name, place, at, isOutside }) => (
          <li key={id} data-outside={isOutside || undefined}>
            <div>
              <strong>{name ?? t("officePage.erased")}</strong>
              <span className="dimmed">
                {place === null || place === "" ? null : `${place} · `}
                <time dateTime={at.toISOString()}>{fullDate(locale, at, timeZone)}</time>
              </span>
              {isOutside ? <span className="office-outside">{t("officePage.isOutside")}</span> : null}
            </div>
            <form method="post" action={`${action}?page=${page.page}`}>
              <input type="hidden" name="do" value="outside" />
              <input type="hidden" name="letter" value={id} />
              <input type="hidden" name="outside" value={isOutside ? "no" : "yes"} />
              <button
                type="submit"
                className="link-button"
                aria-label={`${t(isOutside ? "officePage.inside" : "officePage.outside")}: ${name ?? t("officePage.erased")}`}
              >
                {t(isOutside ? "officePage.inside" : "officePage.outside")}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {page.pages > 1 ? (
        <nav className="office-pages" aria-label={t("officePage.pagesLabel")}>
          {page.page > 1 ? <a href={`${action}?page=${page.page - 1}#letters`}>{t("officePage.newer")}</a> : <span />}
          <span className="dimmed tabular">{t("officePage.pageOf", { page: page.page, pages: page.pages })}</span>
          {page.page < page.pages ? <a href={`${action}?page=${page.page + 1}#letters`}>{t("officePage.older")}</a> : <span />}
        </nav>
      ) : null}
    </>
  );
};
