import { usePage } from "../../../shell/page-context";
import type { OpenedLetter } from "../letter-panel/letter-flow";

/** After a plain form: the letter waits for the button in a mail. */
export const CheckMailPage = ({ embeddedMail }: { embeddedMail: boolean }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("panel.done.titles.confirm")}</h1>
      <p className="lead">{t("plain.checkMail")}</p>
      <p className="hint">{embeddedMail ? t("panel.done.embedded") : t("panel.done.hint")}</p>
      <p className="row">
        <a className="button button-quiet" href={link("/campaigns")}>
          {t("panel.done.otherCampaigns")}
        </a>
      </p>
    </div>
  );
};

type OpenedPageProps = { letters: OpenedLetter[]; receiptToken: string };

/** After a plain form: links for the supporter's own mail program, and the receipt, which asks whether they were sent. */
export const OpenedPage = ({ letters, receiptToken }: OpenedPageProps) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("panel.done.titles.opened")}</h1>
      <p className="lead">{t("panel.opened.text")}</p>
      <ol className="opened">
        {letters.map(({ id, recipientName, recipientEmail, subject, message, mailto, gmail, outlook }) => (
          <li key={id}>
            <h2>{t("panel.opened.to", { name: recipientName })}</h2>
            <p className="row">
              <a className="button" href={mailto}>
                {t("panel.opened.mailto")}
              </a>
              <a className="button button-quiet" href={gmail}>
                Gmail
              </a>
              <a className="button button-quiet" href={outlook}>
                Outlook
              </a>
            </p>
            <details>
              <summary>{t("sentQuestion.showLetter")}</summary>
              <p>
                <strong>{recipientEmail}</strong>
                <br />
                {subject}
              </p>
              <p className="paper-body">{message}</p>
            </details>
          </li>
        ))}
      </ol>
      <a className="button button-large" href={link(`/receipt/${receiptToken}`)}>
        {t("plain.sentThem")}
      </a>
    </div>
  );
};
