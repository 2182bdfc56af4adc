import type { OfficeChange, OfficeKey } from "../../data/office-source";
import type { Visit } from "../../data/visit";
import { addressIn, prefixesOf } from "../../shell/addresses";
import { NotFoundPage } from "../../shell/NotFoundPage";
import type { Page } from "../../shell/page";
import type { DraftAnswer } from "./components/AnswerToAll";
import { DoorPage, WayInOverPage, WayInPage } from "./pages/DoorPages";
import { AnswerPreviewPage, doneThings, type DoneThing, OfficePage } from "./pages/OfficePage";
import { NoQuestionPage, QuestionPage } from "./pages/QuestionPage";

const personal = (title: string): Omit<Page, "body"> => ({
  status: 200,
  title,
  description: title,
  noindex: true,
  headers: { "cache-control": "no-store" },
});

const addressOf = ({ site, locale }: Visit, path: string): string => addressIn(prefixesOf(site.locale), locale, path);

const seeOther = (visit: Visit, path: string): Page => ({
  ...personal(path),
  status: 303,
  body: null,
  headers: { location: addressOf(visit, path) },
});

/** "Did your office write this?"; as a POST the answer. */
export const officeQuestionPage = async (visit: Visit, token: string): Promise<Page> => {
  const { source, t, locale, form, search } = visit;
  const found = await source.officeQuestion(token);
  const drawn = personal(t("officePage.question.pageTitle"));
  if (found === null) return { ...drawn, status: 404, body: <NoQuestionPage /> };
  const path = `/office/check/${token}`;
  const draw = { question: found, action: addressOf(visit, path), reports: search.get("answer") === "report" };
  const answer = form?.get("answer");
  if (form === null || (answer !== "CONFIRM" && answer !== "REPORT"))
    return { ...drawn, status: found.state === "EXPIRED" ? 410 : 200, body: <QuestionPage {...draw} reason="" problem={null} /> };
  const reason = form.get("reason") ?? "";
  const refusal =
    answer === "REPORT" && reason.trim().length < 3
      ? { status: 422, words: t("officePage.question.reasonMissing") }
      : await source.answerOfficeQuestion({ token, answer, reason: answer === "REPORT" ? reason : "" }, locale);
  if (refusal === null) return seeOther(visit, path);
  return { ...drawn, status: refusal.status, body: <QuestionPage {...draw} reason={reason} problem={refusal.words} /> };
};

/** The page of an office for whoever came in; the door to it for everybody else. */
export const officePage = async (visit: Visit, ref: string): Promise<Page> => {
  const { officeTicket } = visit;
  const key = officeTicket === null ? null : { ref, ticket: officeTicket };
  const wanted = Math.max(1, Math.trunc(Number(visit.search.get("page") ?? "1")) || 1);
  const page = key === null ? null : await visit.source.officePage(key, Math.min(wanted, 100_000));
  if (key === null || page === null) return door(visit, ref);
  const action = addressOf(visit, `/office/${ref}`);
  const drawn = personal(visit.t("officePage.title", { name: page.officeName }));
  const draw = (given: { draft?: DraftAnswer; problem?: string; status?: number; done?: DoneThing | null }): Page => ({
    ...drawn,
    status: given.status ?? 200,
    body: <OfficePage page={page} action={action} draft={given.draft ?? null} done={given.done ?? null} problem={given.problem ?? null} />,
  });
  if (visit.form === null) return draw({ done: doneThings.find((thing) => visit.search.has(thing)) ?? null });
  const wish = visit.form.get("do");
  if (wish === "leave") return { ...seeOther(visit, `/office/${ref}`), officeTicket: { ref, ticket: null } };
  const draft = draftOf(visit.form);
  if (wish === "edit") return draw({ draft });
  if (wish === "preview") {
    const problem = problemOf(draft);
    if (problem !== null) return draw({ draft, problem: visit.t(problem), status: 422 });
    return { ...drawn, body: <AnswerPreviewPage page={page} action={action} draft={draft} /> };
  }
  return changed(visit, { key, wish, draft, draw });
};

type Drawing = (given: { draft?: DraftAnswer; problem?: string; status?: number }) => Page;
type Wished = { key: OfficeKey; wish: string | null; draft: DraftAnswer; draw: Drawing };

const changed = async (visit: Visit, { key, wish, draft, draw }: Wished): Promise<Page> => {
  const told = visit.form === null ? null : changeOf(visit.form, { wish, draft });
  if (told === null) return seeOther(visit, `/office/${key.ref}`);
  const refusal = await visit.source.changeOffice(key, told.change, visit.locale);
  if (refusal === null) return seeOther(visit, `/office/${key.ref}${told.after(visit.search.get("page"))}`);
  return draw({ problem: refusal.words, status: refusal.status, ...(told.change.kind === "answer" ? { draft } : {}) });
};

const draftOf = (form: URLSearchParams): DraftAnswer => ({
  subject: (form.get("subject") ?? "").trim().slice(0, 150),
  text: (form.get("text") ?? "").replace(/\r\n?/g, "\n").slice(0, 8_000),
});

const problemOf = ({ subject, text }: DraftAnswer): "officePage.subjectShort" | "officePage.textShort" | null => {
  if (subject.length < 3) return "officePage.subjectShort";
  return text.trim().length < 20 ? "officePage.textShort" : null;
};

type Told = { change: OfficeChange; after: (page: string | null) => string };

/** What a form of the page asks for, and where its page goes on; null for a form that is none of ours. */
const changeOf = (form: URLSearchParams, { wish, draft }: { wish: string | null; draft: DraftAnswer }): Told | null => {
  const text = form.get("text") ?? "";
  switch (wish) {
    case "outside":
      return {
        change: { kind: "outside", letterId: form.get("letter") ?? "", isOutside: form.get("outside") === "yes" },
        after: (page) => `?page=${Number(page) || 1}#letters`,
      };
    case "answer":
      return { change: { kind: "answer", ...draft }, after: () => "?answered#answer" };
    case "reply":
      return { change: { kind: "reply", responseId: form.get("response") ?? "", text }, after: () => "?replied#responses" };
    case "digest":
      return { change: { kind: "digest", on: form.get("on") === "yes" }, after: () => "?digest#digest" };
    case "contact":
      return {
        change: { kind: "contact", name: form.get("name") ?? "", email: (form.get("email") ?? "").trim(), phone: form.get("phone") ?? "" },
        after: () => "?saved#contact",
      };
    case "message":
      return { change: { kind: "message", text }, after: () => "?told#contact" };
    default:
      return null;
  }
};

const door = async (visit: Visit, ref: string): Promise<Page> => {
  const { source, t, locale, form, search } = visit;
  const found = await source.officeDoor({ ref, ticket: null });
  if (found === null) return notFound(visit);
  const drawn = personal(t("officePage.title", { name: found.officeName }));
  const action = addressOf(visit, `/office/${ref}`);
  if (form?.get("do") !== "way-in") {
    // Somebody whose day was over pressed a button: nothing is done, and the page says how to come in again.
    const problem = form === null ? null : t("officePage.comeInAgain");
    return {
      ...drawn,
      status: form === null ? 200 : 401,
      body: <DoorPage door={found} action={action} mailed={search.has("mailed")} problem={problem} />,
    };
  }
  const refusal = await source.mailWayIn({ ref, locale });
  if (refusal === null) return seeOther(visit, `/office/${ref}?mailed`);
  return { ...drawn, status: refusal.status, body: <DoorPage door={found} action={action} mailed={false} problem={refusal.words} /> };
};

/** A mailed way in: a page with a button; as a POST the way in itself. */
export const wayInPage = async (visit: Visit, ref: string, token: string): Promise<Page> => {
  const { source, t, form } = visit;
  const drawn = personal(t("officePage.wayInTitle"));
  const over: Page = { ...drawn, status: 410, body: <WayInOverPage again={addressOf(visit, `/office/${ref}`)} /> };
  if (form !== null) {
    const entered = await source.enterOffice({ ref, token });
    return entered === null ? over : { ...seeOther(visit, `/office/${ref}`), officeTicket: entered };
  }
  const wayIn = await source.wayIn({ ref, token });
  if (wayIn === null) return (await source.officeDoor({ ref, ticket: null })) === null ? notFound(visit) : over;
  return { ...drawn, body: <WayInPage wayIn={wayIn} action={addressOf(visit, `/office/${ref}/in/${token}`)} /> };
};

const notFound = (visit: Visit): Page => ({ ...personal(visit.t("notFound.title")), status: 404, body: <NotFoundPage /> });
