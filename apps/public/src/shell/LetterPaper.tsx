import { usePage } from "./page-context";

/** A letter that looks like one: addressee, subject, body, signature. */
export const LetterPaper = ({ to, subject, body, signature }: { to: string; subject: string; body: string; signature: string }) => {
  const { t } = usePage();
  return (
    <div className="paper">
      <p className="paper-to">
        <span>{t("paper.to")}</span> {to}
      </p>
      <p className="paper-subject">
        <span>{t("paper.subject")}</span> {subject}
      </p>
      <div className="paper-body">{body}</div>
      {signature === "" ? null : <p className="paper-signature">{signature}</p>}
    </div>
  );
};
