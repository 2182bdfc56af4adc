import type { Locale } from "@cml/domain/kernel";
import { governmentLevels, type ResponseType, responseTypes } from "@cml/domain/influence";
import type { ReplySubmission } from "../../../data/wall-source";

/** Fields of the form by their names; a FormData and the body of a plain form both can be asked. */
export type Fields = (name: string) => string;

export const fieldsOf =
  (form: { get: (name: string) => unknown }): Fields =>
  (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };

/** "known:" a recipient key, "letter:" a letter's id, or "typed". */
export const typedChoice = "typed";
export const knownChoice = (recipientKey: string): string => `known:${recipientKey}`;
export const letterChoice = (id: string): string => `letter:${id}`;

type Facts = { slug: string; locale: Locale; remember?: string | null; proof?: string | null; openedAt?: Date | null };

/** What the form says, as the server takes it. What is missing or wrong the server tells. */
export const submissionOf = (field: Fields, { slug, locale, remember = null, proof = null, openedAt = null }: Facts): ReplySubmission => ({
  submissionId: field("submissionId"),
  campaignSlug: slug,
  about: aboutOf(field),
  type: responseTypes.find((one) => one === field("type")) ?? ("EMAIL" satisfies ResponseType),
  text: field("text"),
  comment: field("comment"),
  repliedOn: field("repliedOn") || null,
  pictureKey: field("pictureKey") || null,
  inboundMessageId: field("mail") || null,
  name: field("name"),
  email: field("email").trim() || null,
  isAnonymous: field("shownAs") === "nobody",
  askOffice: field("askOffice") === "on",
  locale,
  remember,
  proof,
  trap: field("website"),
  openedAt,
});

const aboutOf = (field: Fields): ReplySubmission["about"] => {
  const who = field("who");
  const level = governmentLevels.find((one) => one === field("level")) ?? null;
  if (who.startsWith("letter:")) return { kind: "LETTER", receiptToken: field("letter"), letterId: who.slice(7), level };
  if (who.startsWith("known:")) return { kind: "KNOWN", recipientKey: who.slice(6), postalCode: field("code") || null, level };
  return { kind: "TYPED", name: field("typedName"), title: field("typedTitle"), level };
};

/** Somebody the form offers. `level` null: the form asks for it. */
export type Choice = { value: string; name: string; facts: string; photoUrl: string | null; asksLevel: boolean; canAskOffice: boolean };
