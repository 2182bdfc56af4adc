import { type EmailMethod, emailMethods, fastestPersonMs, letterLimits } from "@cml/domain/influence";
import { formatPostalCode, parsePostalCode } from "@cml/domain/kernel";
import type { Visit } from "../../../data/visit";
import type { CampaignView } from "../model/campaign-view";
import { dateAndTime } from "../../../texts/dates";
import { letterWords, writable } from "../model/letter-words";
import { newId } from "../../../shell/new-id";
import type { PlainForm, PlainValues } from "./plain-form";
import { preparePlain } from "./prepare-plain";
import { plainBody } from "./plain-body";
import type { PlainAnswer } from "./plain-submission";

export type PlainOutcome = Exclude<PlainAnswer, { kind: "refused" }> | { kind: "again"; status: number; plain: PlainForm };

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);

/** A letter sent as a plain form: the same submission as the panel's, or the form again with what was wrong. */
export const sendPlainLetter = async (visit: Visit, campaign: CampaignView, form: URLSearchParams): Promise<PlainOutcome> => {
  const { t, source, locale } = visit;
  const told = read(form);
  const postalCode = campaign.needsPlace ? parsePostalCode(form.get("postalCode") ?? "") : null;
  const districts = form.getAll("districts").slice(0, 8);
  const found = await source.targets({ slug: campaign.slug, postalCode, districts, locale });
  const prepared = await preparePlain(visit, campaign, { postalCode, districts, found });
  const given = form.get("submissionId") ?? "";
  const submissionId = isUuid(given) ? given : newId();
  const again = (problem: string, status = 400): PlainOutcome => ({
    kind: "again",
    status,
    plain: {
      code: postalCode === null ? "" : formatPostalCode(postalCode),
      postalCode,
      found,
      prepared,
      districts,
      source: form.get("source"),
      submissionId,
      openedAt: form.get("openedAt") ?? new Date().toISOString(),
      problem,
      values: told.values,
    },
  });

  const { values, method } = told;
  if ((values.targetIds ?? []).length === 0) return again(t("panel.people.noneTicked"));
  if ((method !== "MAILTO" || campaign.collectUserInfo) && values.name.length < 2) return again(t("form.nameNeeded"));
  if (method === "SMTP" || campaign.collectUserInfo ? !looksLikeEmail(values.email) : values.email !== "" && !looksLikeEmail(values.email))
    return again(t("form.emailNeeded"));

  const words = letterWords(t);
  // The form was drawn with the first text, or with the campaign's own where none could be prepared then.
  const drawn = [plainBody(campaign, { found, prepared }, t), plainBody(campaign, { found, prepared: null }, t)];
  // Untouched words stay the campaign's own, which the server holds.
  const own = (text: string | null, before: readonly string[]) =>
    text === null || !campaign.allowEditing || before.some((one) => sameText(text, one)) ? null : writable(text, words);
  const opened = Date.parse(form.get("openedAt") ?? "");
  const answer = await source.submitPlain({
    submissionId,
    campaignSlug: campaign.slug,
    postalCode,
    districts,
    targetIds: values.targetIds ?? [],
    locale,
    method,
    subject: own(
      values.subject,
      drawn.map(({ subject }) => subject),
    ),
    message: own(
      values.message,
      drawn.map(({ body }) => body),
    ),
    personal: values.personal === "" ? null : values.personal,
    street: values.street === "" ? null : values.street,
    name: values.name,
    email: values.email === "" ? null : values.email,
    source: form.get("source"),
    trap: form.get("trap") ?? "",
    openedAt: Number.isNaN(opened) ? null : new Date(opened),
    consents: { tellHowItEnds: values.tellHowItEnds, newsletter: values.newsletter },
  });
  if (answer.kind === "prove") return again(untilLater(visit, campaign, opened), 429);
  if (answer.kind === "refused") return again(answer.words, answer.status);
  return answer;
};

/** A browser without JavaScript cannot solve a sum: it is told how long to wait, and what works meanwhile. */
const untilLater = ({ t, locale, site }: Visit, { methods }: CampaignView, opened: number): string => {
  const now = Date.now();
  if (now - opened < fastestPersonMs) return t("plain.quick");
  const date = dateAndTime(locale, new Date(now + letterLimits.ip.windowSeconds * 1_000).toISOString(), site.timeZone);
  return [t("plain.busy", { date }), ...(methods.length > 1 ? [t("plain.busyOtherWay")] : [])].join(" ");
};

const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim();

const read = (form: URLSearchParams): { values: PlainValues; method: EmailMethod } => {
  const line = (name: string) => (form.get(name) ?? "").trim();
  const text = (name: string) => form.get(name)?.replaceAll("\r\n", "\n") ?? null;
  const asked = form.get("method");
  return {
    method: emailMethods.find((one) => one === asked) ?? "SMTP",
    values: {
      targetIds: form.getAll("targetIds").filter(isUuid).slice(0, 120),
      subject: text("subject")?.replaceAll("\n", " ") ?? null,
      message: text("message"),
      personal: (text("personal") ?? "").trim(),
      name: line("name"),
      email: line("email"),
      street: line("street"),
      tellHowItEnds: form.get("tellHowItEnds") === "true",
      newsletter: form.get("newsletter") === "true",
    },
  };
};
