import type { Readable } from "node:stream";
import { listPrintedLetters, type PrintedLetter } from "@cml/db/influence";
import { letterLimits, type MailedTokenInput, needsNoStamp } from "@cml/domain/influence";
import { type Actor, AppError, formatPostalCode, type Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { type LetterSheet, renderLetterSheets } from "@cml/integrations/pdf";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { receiptHashOf } from "../campaign-emails/receipt-tokens";

type Asked = MailedTokenInput & { letterId: string | null };

/** The printed letters behind a receipt as one PDF, or one of them; a page each with the office's address. */
export const printLetters = async (deps: Deps, actor: Actor, { token, letterId }: Asked): Promise<Readable> => {
  await requireRoom(deps, `letters-print:ip:${actor.ipHash}`, letterLimits.receipt);
  const all = await listPrintedLetters(deps.db, receiptHashOf(deps, token));
  const letters = letterId === null ? all : all.filter(({ id }) => id === letterId);
  const [first] = letters;
  if (first === undefined) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const [{ settings }, { ORGANIZATION_NAME = "" }] = await Promise.all([readSettings(deps), commonVariables(deps, actor.locale)]);
  const facts = { timeZone: settings.timeZone, organization: ORGANIZATION_NAME };
  return renderLetterSheets(
    letters.map((letter) => sheetOf(letter, facts)),
    { locale: first.locale },
  );
};

const sheetOf = (letter: PrintedLetter, { timeZone, organization }: { timeZone: string; organization: string }): LetterSheet => {
  const { locale, userPostalCode, userStreet, userCity } = letter;
  const place = [userCity ?? "", userPostalCode === null ? "" : formatPostalCode(userPostalCode)].filter((part) => part !== "").join("  ");
  const name = [letter.recipientName, letter.recipientTitle ?? ""].filter((part) => part !== "").join(", ");
  return {
    date: dayOf(letter.createdAt, locale, timeZone),
    from: [letter.userName ?? "", userStreet ?? "", place].filter((line) => line !== ""),
    to: [name, ...(letter.recipientAddress ?? "").split("\n")].map((line) => line.trim()).filter((line) => line !== ""),
    noStamp: needsNoStamp(letter.recipientLevel, letter.recipientAddress) ? translate(locale, "influence:paper.noStamp") : null,
    subject: letter.subject,
    // The closing stands at its end already.
    body: letter.message,
    closing: [],
    footer: translate(locale, "influence:paper.footer", { organization }),
  };
};

const dayOf = (moment: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: "long", timeZone }).format(moment);
