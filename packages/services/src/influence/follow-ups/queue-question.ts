import type { Db } from "@cml/db";
import type { FollowUp } from "@cml/db/influence";
import { type Campaign, type FollowedLetter, followUpAnswerPath } from "@cml/domain/influence";
import { localized, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { followUpLinks } from "./follow-up-tokens";

type Question = { campaign: Campaign; followUp: FollowUp; name: string; letters: FollowedLetter[]; again: boolean };

/** The mail has room for so many recipients by name; the page has room for all. */
const namedInMail = 5;

/** Writes the mail: four answers where one letter is asked about, otherwise a link for each. */
export const queueQuestion = async (deps: Deps, db: Db, { campaign, followUp, name, letters, again }: Question): Promise<void> => {
  const { id, email, locale } = followUp;
  const { page, stop } = await followUpLinks(deps, followUp);
  const templateKey = again ? "letter-outcome-reminder" : "letter-outcome";
  await queueTemplateMail(deps, db, {
    templateKey,
    locale,
    to: { name, address: email },
    variables: {
      USER_NAME: name,
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
      RECIPIENT_NAMES: listed(
        letters.map(({ recipientName }) => recipientName),
        locale,
      ),
      SENT_ON: await dayOf(deps, letters[0]?.leftAt ?? deps.clock.now(), locale),
      ...(letters.length === 1 ? fourAnswers(page, letters) : linkEach(page, letters)),
      PAGE_URL: page,
      STOP_URL: stop,
    },
    onceKey: `${templateKey}:${id}`,
  });
};

const fourAnswers = (page: string, [letter]: FollowedLetter[]): Record<string, string> => {
  const link = (outcome: Parameters<typeof followUpAnswerPath>[1]["outcome"]) =>
    followUpAnswerPath(page, { letterId: letter?.id ?? "", outcome });
  return {
    ANSWERED_URL: link("ANSWERED"),
    ACKNOWLEDGED_URL: link("ACKNOWLEDGED"),
    NOT_SATISFACTORY_URL: link("NOT_SATISFACTORY"),
    NOTHING_URL: link("NOTHING"),
  };
};

const linkEach = (page: string, letters: FollowedLetter[]): Record<string, string> => {
  const variables: Record<string, string> = {};
  for (const [index, { id, recipientName }] of letters.slice(0, namedInMail).entries()) {
    variables[`RECIPIENT_${index + 1}`] = recipientName;
    variables[`LETTER_URL_${index + 1}`] = followUpAnswerPath(page, { letterId: id, outcome: null });
  }
  const more = letters.length - namedInMail;
  return more > 0 ? { ...variables, MORE_COUNT: String(more) } : variables;
};

const mostListed = 3;

const listed = (names: string[], locale: Locale): string => {
  const shown = names.length <= mostListed + 1 ? names : names.slice(0, mostListed);
  const rest = names.length - shown.length;
  const more = locale === "fr" ? `${rest} autres` : `${rest} others`;
  const format = new Intl.ListFormat(locale === "fr" ? "fr-CA" : "en-CA", { type: "conjunction" });
  return format.format(rest === 0 ? shown : [...shown, more]);
};

const dayOf = async (deps: Deps, moment: Date, locale: Locale): Promise<string> => {
  const { settings } = await readSettings(deps);
  const format = new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", { dateStyle: "long", timeZone: settings.timeZone });
  return format.format(moment);
};
