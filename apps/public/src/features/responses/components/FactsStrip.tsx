import { type PublicReplyFacts } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";

const mostRows = 100;

/** What became of the letters: totals at a glance, and the same for each representative with letters enough. */
export const FactsStrip = ({ facts }: { facts: readonly PublicReplyFacts[] }) => {
  const { t, locale } = usePage();
  if (facts.length === 0) return null;
  const digits = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA", { maximumFractionDigits: 1 });
  const letters = facts.reduce((sum, { handedOver, returned }) => sum + handedOver - returned, 0);
  const replies = facts.reduce((sum, one) => sum + one.replies, 0);
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">{t("wall.facts")}</h2>
      <p className="counters">
        <span>
          <strong className="tabular">{digits.format(letters)}</strong> {t("wall.factsLetters", { count: letters })}
        </span>
        <span>
          <strong className="tabular">{digits.format(replies)}</strong> {t("wall.factsReplies", { count: replies })}
        </span>
        <span>
          <strong className="tabular">{digits.format(facts.length)}</strong> {t("wall.factsPeople", { count: facts.length })}
        </span>
      </p>
      <details>
        <summary>{t("wall.factsTable")}</summary>
        <div className="facts-scroll" role="region" aria-label={t("wall.factsTable")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("wall.factsName")}</th>
                <th scope="col">{t("wall.factsLettersShort")}</th>
                <th scope="col">{t("wall.factsRepliesShort")}</th>
                <th scope="col">{t("wall.factsDays")}</th>
              </tr>
            </thead>
            <tbody>
              {facts.slice(0, mostRows).map((one) => (
                <tr key={one.recipientKey}>
                  <th scope="row">
                    {one.name}
                    <span className="dimmed">{[one.title, one.partyName].filter(Boolean).join(" · ")}</span>
                  </th>
                  <td>{digits.format(one.handedOver - one.returned)}</td>
                  <td>{digits.format(one.replies)}</td>
                  <td>{one.medianDays === null ? "–" : digits.format(one.medianDays)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="hint">{t("wall.factsHint")}</p>
      </details>
    </section>
  );
};
