import { usePage } from "../../../shell/page-context";

/** The only way to know of a letter that left by other hands: to ask. Only a yes counts. */
export const DidYouSend = ({ onAnswer, posted = false }: { onAnswer: (sent: boolean) => void; posted?: boolean }) => {
  const { t } = usePage();
  return (
    <div className="did-you" role="group" aria-label={t(posted ? "sentQuestion.posted" : "sentQuestion.sent")}>
      <p>{t(posted ? "sentQuestion.posted" : "sentQuestion.sent")}</p>
      <p className="row">
        <button type="button" className="button" onClick={() => onAnswer(true)}>
          {t(posted ? "sentQuestion.yesPosted" : "sentQuestion.yes")}
        </button>
        <button type="button" className="button button-quiet" onClick={() => onAnswer(false)}>
          {t("sentQuestion.no")}
        </button>
      </p>
    </div>
  );
};
