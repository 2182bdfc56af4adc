import { type ExportedLetter, streamCampaignLetters } from "@cml/db/influence";
import { letterFateOf } from "@cml/domain/influence";
import type { Actor, Locale } from "@cml/domain/kernel";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "./owned-campaign";

/** Every letter of a campaign as CSV, heading first, in the reader's language; who took them is written down. Tests are left out. */
export async function* streamLetters(deps: Deps, actor: Actor, { id }: { id: string }): AsyncGenerator<string> {
  const campaign = await ownedCampaign(deps.db, actor, id);
  await recordAudit(deps.db, { actor, action: "campaign.exportLetters", entity: "Campaign", entityId: id, facts: { slug: campaign.slug } });
  const { locale } = actor;
  const columns = Object.entries(cells);
  yield csvLine(columns.map(([name]) => translate(locale, `influence:export.${name}`)));
  for await (const letter of streamCampaignLetters(deps.db, id)) yield csvLine(columns.map(([, cell]) => cell(letter, locale)));
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
