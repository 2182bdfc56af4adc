import { type ExportedReplyFacts, streamReplyFacts as streamRows } from "@cml/db/influence";
import { ownerFilter, replyShare } from "@cml/domain/influence";
import type { Actor, Locale } from "@cml/domain/kernel";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** What became of the letters to each representative of a campaign as CSV, heading first, in the reader's language. */
export async function* streamCampaignReplies(deps: Deps, actor: Actor, { campaignId }: { campaignId: string }): AsyncGenerator<string> {
  const { slug } = await ownedCampaign(deps.db, actor, campaignId);
  await recordAudit(deps.db, { actor, action: "campaign.exportReplies", entity: "Campaign", entityId: campaignId, facts: { slug } });
  yield* linesOf(streamRows(deps.db, { campaignId }), actor.locale);
}

/** The same of one representative in each campaign the reader may see; of all representatives without a key. */
export async function* streamRepresentativeReplies(
  deps: Deps,
  actor: Actor,
  { recipientKey }: { recipientKey: string | null },
): AsyncGenerator<string> {
  await recordAudit(deps.db, { actor, action: "representative.exportReplies", entity: "ReplyFacts", facts: { recipientKey } });
  yield* linesOf(streamRows(deps.db, { recipientKey, ownerId: ownerFilter(actor) }), actor.locale);
}

async function* linesOf(rows: AsyncGenerator<ExportedReplyFacts>, locale: Locale): AsyncGenerator<string> {
  const columns = Object.entries(cells);
  yield csvLine(columns.map(([name]) => translate(locale, `influence:replyFacts.${name}`)));
  for await (const facts of rows) yield csvLine(columns.map(([, cell]) => cell(facts, locale)));
}

type Cell = (facts: ExportedReplyFacts, locale: Locale) => string | number | null;

/** Columns in their order; shares between 0 and 1. */
const cells: Record<string, Cell> = {
  campaign: ({ campaignTitle }) => campaignTitle,
  representative: ({ name }) => name,
  title: ({ title }) => title,
  level: ({ level }, locale) => (level === null ? null : translate(locale, `influence:levels.${level}`)),
  party: ({ partyName }) => partyName,
  position: ({ position }, locale) => translate(locale, `influence:replyFacts.positions.${position}`),
  handedOver: ({ handedOver }) => handedOver,
  returned: ({ returned }) => returned,
  replies: ({ replies }) => replies,
  share: (facts) => replyShare(facts),
  acknowledged: ({ acknowledged }) => acknowledged,
  notSatisfied: ({ notSatisfied }) => notSatisfied,
  nothing: ({ nothing }) => nothing,
  medianDays: ({ medianDays }) => medianDays,
  countedAt: ({ countedAt }) => countedAt.toISOString(),
};
