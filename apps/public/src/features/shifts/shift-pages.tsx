import type { Visit } from "../../data/visit";
import { addressIn, prefixesOf } from "../../shell/addresses";
import type { Page } from "../../shell/page";
import type { FilledForm } from "./components/SignUpSheet";
import { shiftKinds } from "@cml/domain/map";
import { type OwnVerb, ownVerbs, type ShiftChoice, type ShiftView, type SignUpForm } from "./model";
import { MySignupPage } from "./pages/MySignupPage";
import { ShiftListPage, ShiftPage } from "./pages/ShiftPages";
import { NoSignupPage, SignedUpPage } from "./pages/SignedUpPage";

const personal = { noindex: true, headers: { "cache-control": "no-store" } };

export const shiftListPage = async (visit: Visit): Promise<Page> => (visit.form === null ? listPage(visit) : nearPage(visit, visit.form));

const listPage = async ({ source, site, t, search }: Visit): Promise<Page> => ({
  status: 200,
  title: t("shifts.pageTitle"),
  description: t("shifts.description", { organization: site.organization }),
  body: <ShiftListPage shifts={await source.shifts()} choice={choiceOf(search)} near={null} problem={null} />,
});

const choiceOf = (search: URLSearchParams): ShiftChoice => ({
  kind: shiftKinds.find((kind) => kind === search.get("kind")) ?? null,
  day: /^\d{4}-\d{2}-\d{2}$/.exec(search.get("day") ?? "")?.[0] ?? null,
});

/** The place is told in a POST: it stands in no address, no history and no log. */
const nearPage = async ({ source, site, t, locale, search }: Visit, told: URLSearchParams): Promise<Page> => {
  const text = (told.get("near") ?? "").trim().slice(0, 120);
  const found = text.length < 2 ? null : await source.shiftsNear(text, locale);
  const isRefused = found !== null && "words" in found;
  const near = isRefused ? { text, metres: null } : { text, metres: found };
  const problem = isRefused ? found.words : found === null ? t("shifts.placeUnknown") : null;
  return {
    status: isRefused ? found.status : found === null ? 422 : 200,
    title: t("shifts.pageTitle"),
    description: t("shifts.description", { organization: site.organization }),
    ...personal,
    body: <ShiftListPage shifts={await source.shifts()} choice={choiceOf(search)} near={near} problem={problem} />,
  };
};

/** A shift with its sheet to sign up; as a POST the sign-up. Null where there is no such shift. */
export const shiftPage = async (visit: Visit, id: string): Promise<Page | null> => {
  const shift = await visit.source.shift(id);
  if (shift === null) return null;
  return visit.form === null ? drawn(shift, null) : signedUp(visit, shift, visit.form);
};

const drawn = (shift: ShiftView, filled: FilledForm | null, status = 200): Page => ({
  status,
  title: shift.title,
  description: (shift.description || shift.title).slice(0, 160),
  ...(filled === null ? {} : personal),
  body: <ShiftPage shift={shift} filled={filled} />,
});

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const signedUp = async (visit: Visit, shift: ShiftView, told: URLSearchParams): Promise<Page> => {
  const field = (name: string) => (told.get(name) ?? "").trim();
  const form: SignUpForm = { name: field("name").slice(0, 120), email: field("email").slice(0, 254), phone: field("phone").slice(0, 40) };
  const errors = {
    ...(form.name === "" ? { name: visit.t("form.nameNeeded") } : {}),
    ...(emailShape.test(form.email) ? {} : { email: visit.t("form.emailNeeded") }),
  };
  if (Object.keys(errors).length > 0) return drawn(shift, { form, errors, problem: null }, 422);
  const answer = await visit.source.signUp(shift.id, form, visit.locale);
  if (typeof answer === "object") return drawn(shift, { form, errors: {}, problem: answer.words }, answer.status);
  return seeOther(visit, `/shifts/${shift.id}/done${answer === "WAITING" ? "?waiting" : ""}`);
};

export const signedUpPage = async (visit: Visit, id: string): Promise<Page | null> => {
  const shift = await visit.source.shift(id);
  if (shift === null) return null;
  const body = <SignedUpPage shift={shift} isWaiting={visit.search.has("waiting")} />;
  return { status: 200, title: shift.title, description: shift.title, ...personal, body };
};

const linked: Record<string, OwnVerb> = { coming: "COMING", cancel: "CANCEL", take: "TAKE" };

/** One's own sign-up behind the mailed link; a POST does what its button says. */
export const mySignupPage = async (visit: Visit, token: string): Promise<Page> => {
  const title = visit.t("shifts.mine");
  const plain = { title, description: title, ...personal };
  const mine = await visit.source.mySignup(token);
  if (mine === null) return { ...plain, status: 410, body: <NoSignupPage /> };
  const refusal = visit.form === null ? null : await acted(visit, token, visit.form);
  if (visit.form !== null && refusal === null) return seeOther(visit, `/shifts/mine/${token}`);
  const chosen = linked[visit.search.get("do") ?? ""] ?? null;
  return {
    ...plain,
    status: refusal?.status ?? 200,
    body: <MySignupPage mine={mine} token={token} chosen={chosen} problem={refusal?.words ?? null} />,
  };
};

const acted = (visit: Visit, token: string, form: URLSearchParams): Promise<{ status: number; words: string } | null> => {
  const { source, locale } = visit;
  const field = (name: string) => (form.get(name) ?? "").trim();
  const verb = ownVerbs.find((one) => one === form.get("verb"));
  if (verb !== undefined) return source.actOnSignup({ token, verb, locale });
  if (field("name") === "") return Promise.resolve({ status: 422, words: visit.t("form.nameNeeded") });
  return source.changeSignup({ token, name: field("name").slice(0, 120), phone: field("phone").slice(0, 40), locale });
};

const seeOther = (visit: Visit, path: string): Page => ({
  ...personal,
  status: 303,
  title: path,
  description: path,
  body: null,
  headers: { location: addressIn(prefixesOf(visit.site.locale), visit.locale, path) },
});
