import { type ExportedLetter, streamCampaignLetters } from "@cml/db/influence";
import { letterFateOf } from "@cml/domain/influence";
import type { Actor, Locale } from "@cml/domain/kernel";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "./owned-campaign";

/**
 * Every letter of a campaign as CSV, heading first, in the reader's language. Who took how many is written down before the first line and
 * after the last, so that a file broken off is on record too. Tests are left out.
 */
export async function* streamLetters(deps: Deps, actor: Actor, { id }: { id: string }): AsyncGenerator<string> {
  const { slug } = await ownedCampaign(deps.db, actor, id);
  const log = (action: "campaign.exportLetters-begun" | "campaign.exportLetters", facts: Record<string, number | boolean>) =>
    recordAudit(deps.db, { actor, action, entity: "Campaign", entityId: id, facts: { slug, ...facts } });
  await log("campaign.exportLetters-begun", {});
  const counted = { rows: 0, isWhole: false };
  const columns = Object.entries(cells);
  try {
    yield csvLine(columns.map(([name]) => translate(actor.locale, `influence:export.${name}`)));
    for await (const letter of streamCampaignLetters(deps.db, id)) {
      counted.rows += 1;
      yield csvLine(columns.map(([, cell]) => cell(letter, actor.locale)));
    }
    counted.isWhole = true;
  } finally {
    await log("campaign.exportLetters", counted);
  }
}

type Cell = (letter: ExportedLetter, locale: Locale) => string | number | null;
const moment = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Columns in their order; moments are UTC, shares between 0 and 1. */
const cells: Record<string, Cell> = {
  written: ({ createdAt }) => moment(createdAt),
  status: (letter, locale) => translate(locale, `influence:letterStatuses.${letterFateOf(letter)}`),
  method: ({ emailMethod }, locale) => translate(locale, `influence:export.methods.${emailMethod}`),
  recipient: ({ recipientName }) => recipientName,
  recipientTitle: ({ recipientTitle }) => recipientTitle,
  level: ({ recipientLevel }, locale) => (recipientLevel === null ? null : translate(locale, `influence:levels.${recipientLevel}`)),
  party: ({ recipientParty }) => recipientParty,
  recipientEmail: ({ recipientEmail }) => recipientEmail,
  sender: ({ userName }) => userName,
  senderEmail: ({ userEmail }) => userEmail,
  postalCode: ({ userPostalCode }) => userPostalCode,
  city: ({ userCity }) => userCity,
  language: ({ locale }) => locale,
  source: ({ source }) => source,
  editedShare: ({ editedShare }) => editedShare,
  handedOver: ({ sentAt }) => moment(sentAt),
  returned: ({ returnedAt }) => moment(returnedAt),
  answered: ({ answeredAt }) => moment(answeredAt),
  handedIn: ({ handedInAt }) => moment(handedInAt),
  notConstituent: ({ notConstituentAt }) => moment(notConstituentAt),
  subject: ({ subject }) => subject,
  message: ({ message }) => message,
};
