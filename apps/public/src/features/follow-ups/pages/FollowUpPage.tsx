import { Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { linkedFirst } from "../answers-of-form";
import { LetterQuestion } from "../components/LetterQuestion";
import type { AnswerProblem, FollowUpView } from "../model";

type FollowUpPageProps = { page: FollowUpView; token: string; search: URLSearchParams; problem: AnswerProblem | null };

/** What became of the letters: the answer of the mail's link is chosen, one button keeps it. Opening the page keeps nothing. */
export const FollowUpPage = ({ page, token, search, problem }: FollowUpPageProps) => {
  const { t, link, organization } = usePage();
  const letters = linkedFirst(page.letters, search);
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${page.campaignSlug}`)}>{page.campaignTitle}</a>
      </p>
      <h1>{t("ended.title")}</h1>
      <Problem text={problem === null ? null : t(`ended.${problem}`)} />
      {letters.length === 0 ? (
        <p className="lead">{t("ended.nothingLeft")}</p>
      ) : (
        <form method="post" action={link(`/ended/${token}`)} className="outcomes">
          <p className="lead">{t("ended.lead", { count: letters.length })}</p>
          {letters.map((letter) => (
            <LetterQuestion key={letter.id} letter={letter} today={page.today} search={search} />
          ))}
          <button type="submit" className="button button-large">
            {t("ended.button")}
          </button>
          <p className="hint">{t("ended.use", { organization })}</p>
        </form>
      )}
      <p className="outcome-stop">{page.stopped ? t("ended.stoppedNote") : <a href={link(`/ended/${token}/stop`)}>{t("ended.stop")}</a>}</p>
    </div>
  );
};
