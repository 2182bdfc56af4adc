import { parsePostalCode } from "@cml/domain/kernel";
import type { PrefilledResponse } from "@cml/domain/influence";
import { targetsOf } from "../../data/targets-of";
import type { Visit } from "../../data/visit";
import { panels } from "../../islands/panels";
import { addressIn, prefixesOf } from "../../shell/addresses";
import type { Page } from "../../shell/page";
import type { CampaignView } from "../campaigns";
import { newId } from "../../shell/new-id";
import { fieldsOf, letterChoice, submissionOf } from "./model/share-fields";
import { choiceOfLetter, choicesOf, type ShareForm } from "./model/share-form";
import { SentPage, ShareReplyPage } from "./pages/ShareReplyPage";
import { onwards, personal } from "./wall-pages";

/** The form for a reply somebody got, empty or begun by a receipt; as a POST what a browser without JavaScript sends. */
export const shareReplyPage = async (visit: Visit, slug: string): Promise<Page | null> => {
  const campaign = await visit.source.campaign(slug, visit.locale);
  if (campaign === null || !campaign.showReplies) return null;
  if (campaign.slug !== slug) return onwards(visit, `/c/${campaign.slug}/replies/new`, 301);
  if (visit.form === null) return drawn(visit, campaign, await formOf(visit, campaign));
  return submitted(visit, campaign, visit.form);
};

const submitted = async (visit: Visit, campaign: CampaignView, form: URLSearchParams): Promise<Page> => {
  const { source, locale, t } = visit;
  const answer = await source.submitReply(submissionOf(fieldsOf(form), { slug: campaign.slug, locale }));
  if (answer.kind === "WAITING" || answer.kind === "CONFIRM")
    return onwards(visit, `/c/${campaign.slug}/replies/sent${answer.kind === "CONFIRM" ? "?mail" : ""}`);
  const problem = answer.kind === "refused" ? answer.words : t("shareReply.slow");
  const again = { ...(await formOf(visit, campaign, form)), problem };
  return { ...drawn(visit, campaign, again), status: answer.kind === "refused" ? answer.status : 429 };
};

const drawn = (visit: Visit, campaign: CampaignView, form: ShareForm): Page => {
  const { t, locale, site } = visit;
  const own = form.letter !== "" || visit.form !== null || form.code !== "";
  // The search of the page as it is, so that a picture's own form comes back to it.
  const query = new URLSearchParams([...visit.search].filter(([name]) => name !== "picture")).toString();
  const back = addressIn(prefixesOf(site.locale), locale, `/c/${campaign.slug}/replies/new`) + (query === "" ? "" : `?${query}`);
  return {
    status: 200,
    title: `${t("shareReply.pageTitle")} · ${campaign.title}`,
    description: t("shareReply.lead"),
    ...(own ? personal : {}),
    panels: [panels.shareReply.source],
    body: <ShareReplyPage form={form} campaignTitle={campaign.title} back={back} />,
  };
};

const tokenShape = /^[A-Za-z0-9_-]{32,128}$/;
const idShape = /^[0-9a-f-]{36}$/;

const formOf = async (visit: Visit, campaign: CampaignView, sent: URLSearchParams | null = null): Promise<ShareForm> => {
  const { search, site } = visit;
  const told = (name: string, shape: RegExp) => shape.exec(sent?.get(name) ?? search.get(name) ?? "")?.[0] ?? "";
  const [letter, mail] = [told("letter", tokenShape), told("mail", idShape)];
  const prefilled = letter === "" ? null : await visit.source.prefilled({ receiptToken: letter, mailId: mail === "" ? null : mail });
  const people = prefilled === null ? await peopleOf(visit, campaign, sent) : noPeople;
  const values = sent === null ? valuesOf(prefilled, search.get("to")) : Object.fromEntries(sent);
  return {
    slug: campaign.slug,
    submissionId: told("submissionId", idShape) || newId(),
    choices: prefilled === null ? people.choices : prefilled.letters.filter((one) => one.responseId === null).map(choiceOfLetter),
    needsPlace: campaign.needsPlace && prefilled === null,
    code: people.code,
    codeProblem: people.problem,
    letter: prefilled === null ? "" : letter,
    mail: prefilled?.mail?.taken === false ? prefilled.mail.id : "",
    pictureKey: /^responses\/original\/[0-9a-f-]{36}\.webp$/.exec(sent?.get("pictureKey") ?? search.get("picture") ?? "")?.[0] ?? "",
    knownEmail: prefilled?.email ?? null,
    // Sweden writes days this way round.
    today: new Intl.DateTimeFormat("sv-SE", { timeZone: site.timeZone }).format(new Date()),
    values: withoutSecrets(values),
    problem: null,
  };
};

const withoutSecrets = ({ website: _trap, ...values }: Record<string, string>): Record<string, string> => values;

const valuesOf = (prefilled: PrefilledResponse | null, to: string | null): Record<string, string> => {
  if (prefilled === null) return {};
  const open = prefilled.letters.filter((one) => one.responseId === null);
  const mail = prefilled.mail?.taken === true ? null : prefilled.mail;
  const about = open.find(({ id }) => id === (mail?.letterId ?? to)) ?? (open.length === 1 ? open[0] : undefined);
  return {
    name: prefilled.name,
    ...(about === undefined ? {} : { who: letterChoice(about.id) }),
    ...(mail === null ? {} : { text: mail.text, repliedOn: mail.repliedOn, type: "EMAIL" }),
  };
};

type Found = { choices: ShareForm["choices"]; code: string; problem: ShareForm["codeProblem"] };
const noPeople: Found = { choices: [], code: "", problem: null };

/** The campaign's people: whoever it writes to wherever one lives, and those of a postal code that was told. */
const peopleOf = async (visit: Visit, campaign: CampaignView, sent: URLSearchParams | null): Promise<Found> => {
  const typed = (sent?.get("code") ?? visit.search.get("code") ?? "").slice(0, 12);
  const postalCode = campaign.needsPlace ? parsePostalCode(typed) : null;
  const asked = postalCode !== null || !campaign.needsPlace || campaign.rules.some(({ kind }) => kind === "WHOLE_COUNCIL" || kind === "NAMED_PEOPLE");
  const found = asked ? await targetsOf(visit, campaign, { postalCode, districts: [] }) : null;
  const choices = choicesOf(found?.targets ?? []);
  const problem = typed === "" || !campaign.needsPlace ? null : postalCode === null ? "badCode" : choices.length === 0 ? "notFound" : null;
  return { choices, code: typed, problem };
}; // prettier-ignore

/** After the form. */
export const sentPage = async ({ search, t }: Visit, slug: string): Promise<Page> => {
  const step = search.has("mail") ? "mail" : search.has("confirmed") ? "confirmed" : "sent";
  const title = t(step === "mail" ? "replySent.mailTitle" : step === "confirmed" ? "replySent.confirmedTitle" : "replySent.sentTitle");
  return { ...personal, status: 200, title, description: title, body: <SentPage slug={slug} step={step} /> };
};
