import { type ExportedReplyFacts, streamReplyFacts as streamRows } from "@cml/db/influence";
import { ownerFilter, replyShare } from "@cml/domain/influence";
import type { Actor, Locale } from "@cml/domain/kernel";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { type AuditRecord, recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** What became of the letters to each representative of a campaign as CSV, heading first, in the reader's language; on record with its rows. */
export async function* streamCampaignReplies(deps: Deps, actor: Actor, { campaignId }: { campaignId: string }): AsyncGenerator<string> {
  const { slug } = await ownedCampaign(deps.db, actor, campaignId);
  const record = { actor, action: "campaign.exportReplies", entity: "Campaign", entityId: campaignId, facts: { slug } } as const;
  yield* recordedLines(deps, record, streamRows(deps.db, { campaignId }));
}

/** The same of one representative in each campaign the reader may see; of all representatives without a key. */
export async function* streamRepresentativeReplies(
  deps: Deps,
  actor: Actor,
  { recipientKey }: { recipientKey: string | null },
): AsyncGenerator<string> {
  const record = { actor, action: "representative.exportReplies", entity: "ReplyFacts", facts: { recipientKey } } as const;
  yield* recordedLines(deps, record, streamRows(deps.db, { recipientKey, ownerId: ownerFilter(actor) }));
}

async function* recordedLines(deps: Deps, record: AuditRecord, rows: AsyncGenerator<ExportedReplyFacts>): AsyncGenerator<string> {
  const counted = { rows: 0, isWhole: false };
  const { locale } = record.actor;
  const columns = Object.entries(cells);
  try {
    yield csvLine(columns.map(([name]) => translate(locale, `influence:replyFacts.${name}`)));
    for await (const facts of rows) {
      counted.rows += 1;
      yield csvLine(columns.map(([, cell]) => cell(facts, locale)));
    }
    counted.isWhole = true;
  } finally {
    // Written when the last piece has left, or when the reader broke off.
    await recordAudit(deps.db, { ...record, facts: { ...record.facts, ...counted } });
  }
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
