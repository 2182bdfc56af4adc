import { listLetterVersions } from "@cml/db/influence";
import {
  type Campaign,
  closingLines,
  fillLetterText,
  type LetterVersion,
  officeTitle,
  type ResolvedTarget,
  salutationOf,
  versionFor,
  withClosing,
  withoutGaps,
  withPersonal,
} from "@cml/domain/influence";
import { AppError, formatPostalCode, type Locale, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import type { ResolvedTargets } from "../targets/resolve-targets";

/** Who writes; `personal` is the answer to the campaign's question, `street` only where the campaign asks for it. */
export type Writer = { name: string; postalCode: string | null; locale: Locale; street: string | null; personal: string | null };
/** What a writer changed; null keeps the campaign's words. */
export type OwnWords = { subject: string | null; message: string | null };
export type PlannedLetter = {
  target: ResolvedTarget;
  recipientEmail: string;
  recipientTitle: string;
  subject: string;
  message: string;
  /** The campaign's words for the same person, closing included, to compare an edited letter with. */
  campaignMessage: string;
  /** The text it is made from with its variables open, before anybody edits it. */
  text: { subject: string; body: string };
  /** The version it was made from, edited or not; null is the campaign's own text. */
  letterVersionId: string | null;
  /** The language of the letter: the writer's, or the one an office asks for where a version exists. */
  locale: Locale;
};

/**
 * The chosen people among this campaign's targets for the place, or INVALID: nobody may pick an address of their own.
 * People who get no more letters in this campaign are a CONFLICT that names them.
 */
export const chosenTargets = ({ targets }: ResolvedTargets, targetIds: readonly string[]): ResolvedTarget[] => {
  const wanted = new Set(targetIds);
  const chosen = targets.filter(({ ids }) => ids.some((id) => wanted.has(id)));
  const known = new Set(chosen.flatMap(({ ids }) => ids));
  if ([...wanted].some((id) => !known.has(id))) throw new AppError("INVALID", "letter.recipientUnknown");
  const skipped = chosen.find(({ handling }) => handling === "SKIP");
  if (skipped !== undefined) throw new AppError("CONFLICT", "letter.recipientSkipped", { name: skipped.name });
  return chosen;
};

/** The same, each with an e-mail address. */
export const mailableTargets = (resolved: ResolvedTargets, targetIds: readonly string[]): ResolvedTarget[] => {
  const chosen = chosenTargets(resolved, targetIds);
  if (chosen.some(({ email }) => email === null)) throw new AppError("INVALID", "letter.recipientWithoutEmail");
  return chosen;
};

type Plan = { chosen: ResolvedTarget[]; writer: Writer; own: OwnWords; city: string };

/**
 * One letter for each person: the first version that fits, its variables filled, closed with the writer's name and place,
 * which are never said twice. Edited words go to everybody as they are, in the writer's language.
 */
export const planLetters = async (
  deps: Pick<Deps, "db" | "events" | "clock">,
  campaign: Campaign,
  plan: Plan,
): Promise<PlannedLetter[]> => {
  const { own, chosen } = plan;
  if ((own.subject !== null || own.message !== null) && !campaign.allowEmailEditing) throw new AppError("INVALID", "letter.editingOff");
  const versions = await hotAnswer(deps, `versions:${campaign.id}`, () => listLetterVersions(deps.db, campaign.id));
  return chosen.map((target) => planLetter(campaign, target, { ...plan, version: versionFor(versions, target) }));
};

const planLetter = (
  campaign: Campaign,
  target: ResolvedTarget,
  { writer, own, city, version }: Omit<Plan, "chosen"> & { version: LetterVersion | null },
): PlannedLetter => {
  if (version === null && target.handling === "THANK") throw new AppError("CONFLICT", "letter.recipientSkipped", { name: target.name });
  // A version is written for a kind of office; words of one's own are for all of them.
  const locale = own.message === null && version?.locale ? version.locale : writer.locale;
  const title = officeTitle(target.electedOffice, target.level, { gender: target.gender, locale });
  const recipientTitle = target.kind === "NAMED" || locale === writer.locale ? target.officeTitle : title;
  const postalCode = writer.postalCode === null ? "" : formatPostalCode(writer.postalCode);
  const personal = (writer.personal ?? "").trim();
  const values = {
    REPRESENTATIVE_NAME: target.name,
    REPRESENTATIVE_TITLE: recipientTitle,
    SALUTATION: locale === writer.locale ? target.salutation : salutationOf(target, locale),
    DISTRICT: target.districtName,
    SENDER_NAME: writer.name,
    SENDER_CITY: city,
    SENDER_POSTAL_CODE: postalCode,
    PERSONAL: personal,
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
  };
  const theirs = {
    subject: version === null ? localized(campaign, "emailSubject", locale) : localized(version, "subject", locale),
    body: version === null ? localized(campaign, "emailBody", locale) : localized(version, "body", locale),
  };
  const closing = closingLines({ name: writer.name, street: campaign.askStreet ? writer.street : null, city, postalCode });
  const worded = (text: string, sentence: string) =>
    withClosing(withoutGaps(fillLetterText(withPersonal(text, sentence), { ...values, PERSONAL: sentence })), closing);
  return {
    target,
    recipientEmail: target.email ?? "",
    recipientTitle,
    subject: fillLetterText(own.subject ?? theirs.subject, values)
      .replace(/\s+/g, " ")
      .trim(),
    message: worded(own.message ?? theirs.body, personal),
    campaignMessage: worded(theirs.body, ""),
    text: theirs,
    letterVersionId: version?.id ?? null,
    locale,
  };
};
