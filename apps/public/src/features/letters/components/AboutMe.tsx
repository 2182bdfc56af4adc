import { usePage } from "../../../shell/page-context";
import { fullDate } from "../../../texts/dates";
import type { KeptAboutMe } from "../model";

type AboutMeProps = {
  about: KeptAboutMe;
  /** Where the button that erases sends to. */
  erasePath: string;
  justErased: boolean;
  /** The page is about nothing else, and has this title already. */
  alone?: boolean;
};

/** All that is kept about the writer, in plain words, and one button that erases it. Opening the page erases nothing. */
export const AboutMe = ({ about, erasePath, justErased, alone = false }: AboutMeProps) => {
  const { t, organization, locale, timeZone, link } = usePage();
  const day = (iso: string) => fullDate(locale, iso, timeZone);
  const action = link(erasePath);
  const has = (thing: KeptAboutMe["kept"][number]["thing"]) => about.kept.some((one) => one.thing === thing);
  return (
    <section className="kept" aria-labelledby="kept" id="about">
      {alone ? <h1 id="kept">{t("about.title")}</h1> : <h2 id="kept">{t("about.title")}</h2>}
      {justErased ? (
        <p className="notice" role="status">
          {t("about.justErased")}
        </p>
      ) : null}
      {about.kept.length === 0 ? (
        <p>{t("about.nothing", { organization })}</p>
      ) : (
        <>
          <p>{t(about.scope === "ADDRESS" ? "about.leadAddress" : "about.leadSubmission", { organization, email: about.email ?? "" })}</p>
          <ul className="kept-list">
            {about.kept.map(({ thing, about: what, fields, since, until }, index) => (
              <li key={`${thing}${since}${index}`}>
                <strong>{t(`about.things.${thing}`)}</strong>
                {what === "" ? null : ` · ${what}`}
                <span className="dimmed">{fields.map((field) => t(`about.fields.${field}`)).join(", ")}</span>
                <span className="dimmed">
                  {t("about.since", { date: day(since) })}{" "}
                  {until === null ? t("about.untilErased") : t("about.until", { date: day(until) })}
                </span>
              </li>
            ))}
          </ul>
          {about.handedOver > 0 ? <p className="hint">{t("about.handedOver", { count: about.handedOver })}</p> : null}
          <details className="erase">
            <summary>{t("about.eraseTitle")}</summary>
            {has("LETTER") || has("WAITING_LETTER") ? <p>{t("about.eraseText")}</p> : <p>{t("about.eraseAddress")}</p>}
            {has("RESPONSE") ? <p>{t("about.eraseReplies")}</p> : null}
            {has("UPVOTE") ? <p>{t("about.eraseUpvotes")}</p> : null}
            {about.waiting > 0 ? <p className="notice">{t("about.waiting", { count: about.waiting })}</p> : null}
            <div className="row">
              {about.waiting > 0 ? (
                <form method="post" action={`${action}?waiting=leave`}>
                  <button type="submit" className="button button-quiet">
                    {t("about.eraseLater")}
                  </button>
                </form>
              ) : null}
              <form method="post" action={`${action}?waiting=cancel`}>
                <button type="submit" className="button button-danger">
                  {t(about.waiting > 0 ? "about.eraseAndCancel" : "about.erase")}
                </button>
              </form>
            </div>
          </details>
        </>
      )}
    </section>
  );
};
