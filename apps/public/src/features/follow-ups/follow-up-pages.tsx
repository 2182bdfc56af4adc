import type { Visit } from "../../data/visit";
import { addressIn, prefixesOf } from "../../shell/addresses";
import type { Page } from "../../shell/page";
import { answersOfForm } from "./answers-of-form";
import type { AnswerProblem, FollowUpView } from "./model";
import { FollowUpPage } from "./pages/FollowUpPage";
import { SavedPage } from "./pages/SavedPage";
import { AgainPage, ExpiredPage, StopPage } from "./pages/StopPage";

const personal = (visit: Visit) => ({
  status: 200,
  title: visit.t("ended.pageTitle"),
  description: visit.t("ended.pageTitle"),
  noindex: true,
  headers: { "cache-control": "no-store" },
});

/** The question behind the mailed link; as a POST the answer to it. */
export const followUpPage = async (visit: Visit, token: string): Promise<Page> => {
  const page = await visit.source.followUp(token);
  if (page === null) return { ...personal(visit), status: 410, body: <ExpiredPage /> };
  if (visit.form !== null) return answered(visit, page, { token, form: visit.form });
  if (visit.search.has("saved")) return { ...personal(visit), body: <SavedPage page={page} token={token} /> };
  return drawn(visit, page, { token, problem: null });
};

const drawn = (visit: Visit, page: FollowUpView, { token, problem }: { token: string; problem: AnswerProblem | null }): Page => ({
  ...personal(visit),
  status: problem === null ? 200 : 422,
  body: <FollowUpPage page={page} token={token} search={visit.search} problem={problem} />,
});

const answered = async (visit: Visit, page: FollowUpView, { token, form }: { token: string; form: URLSearchParams }): Promise<Page> => {
  const told = answersOfForm(form, page);
  if ("problem" in told) return drawn(visit, withChoices(page, form), { token, problem: told.problem });
  const saved = await visit.source.answerFollowUp({ token, answers: told.answers });
  if (!saved) return drawn(visit, withChoices(page, form), { token, problem: "failed" });
  return seeOther(visit, `/ended/${token}?saved`);
};

/** What was chosen stays chosen where something has to be mended. */
const withChoices = (page: FollowUpView, form: URLSearchParams): FollowUpView => ({
  ...page,
  letters: page.letters.map((letter) => {
    const told = answersOfForm(form, { ...page, letters: [letter] });
    const [answer] = "answers" in told ? told.answers : [];
    return answer === undefined ? letter : { ...letter, report: { outcome: answer.outcome, repliedOn: answer.repliedOn } };
  }),
});

/** "No more of these mails": the page with its button, or what the button does. Mail programs press it too. */
export const stopPage = async (visit: Visit, token: string): Promise<Page> => {
  if (visit.form === null) return { ...personal(visit), body: <StopPage token={token} stopped={visit.search.has("done")} /> };
  const done = await visit.source.stopFollowUp({ token, stop: true });
  return done ? seeOther(visit, `/ended/${token}/stop?done`) : { ...personal(visit), status: 410, body: <ExpiredPage /> };
};

/** Stopping taken back. */
export const againPage = async (visit: Visit, token: string): Promise<Page> => {
  if (visit.form === null) return { ...personal(visit), body: <AgainPage /> };
  const done = await visit.source.stopFollowUp({ token, stop: false });
  return done ? seeOther(visit, `/ended/${token}/again`) : { ...personal(visit), status: 410, body: <ExpiredPage /> };
};

const seeOther = (visit: Visit, path: string): Page => ({
  ...personal(visit),
  status: 303,
  body: null,
  headers: { location: addressIn(prefixesOf(visit.site.locale), visit.locale, path) },
});
