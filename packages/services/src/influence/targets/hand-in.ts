import type { Readable } from "node:stream";
import { afterCommit, transaction } from "@cml/db";
import { countBundle, countForHandIn, listBundles, readBundle, takeForHandIn } from "@cml/db/influence";
import type { Bundle, BundleInput, Campaign, CampaignOfInput, HandInInput, HandInSummary, Letter } from "@cml/domain/influence";
import { type Actor, AppError, formatPostalCode, type Locale, localized } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { type LetterSheet, renderLetterSheets } from "@cml/integrations/pdf";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";

/** What could be handed in, and what was. */
export const getHandIn = async (deps: Deps, actor: Actor, { campaignId }: CampaignOfInput): Promise<HandInSummary> => {
  await ownedCampaign(deps.db, actor, campaignId);
  const [open, bundles] = await Promise.all([countForHandIn(deps.db, campaignId), listBundles(deps.db, campaignId)]);
  return { open, bundles };
};

/**
 * Takes letters out of the queue and into a bundle for handing in, in one transaction and before any PDF is made: a download
 * that breaks off is simply fetched again, and no letter leaves twice.
 */
export const handInLetters = (deps: Deps, actor: Actor, { campaignId, statuses }: HandInInput): Promise<Bundle> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, campaignId);
    const at = deps.clock.now();
    const letters = await takeForHandIn(db, campaignId, { statuses, at, byUserId: actor.kind === "user" ? actor.userId : null });
    if (letters === 0) throw new AppError("CONFLICT", "handIn.nothing");
    await recordAudit(db, { actor, action: "letter.hand-in", entity: "Campaign", entityId: campaign.id, facts: { letters, statuses } });
    await afterCommit(db, () => deps.events.publish({ type: "letter.changed", campaignId }));
    return { at, letters };
  });

/** The bundle as one PDF, written while it is read; who fetched it is written down. */
export const streamBundle = async (deps: Deps, actor: Actor, { campaignId, at, locale }: BundleInput): Promise<Readable> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const letters = await countBundle(deps.db, campaignId, at);
  if (letters === 0) throw new AppError("NOT_FOUND", "handIn.notFound");
  await recordAudit(deps.db, { actor, action: "letter.hand-in-download", entity: "Campaign", entityId: campaignId, facts: { letters } });
  const title = localized(campaign, "title", locale);
  return renderLetterSheets(sheetsOf(deps, campaign, { at, letters }), {
    locale,
    title,
    cover: {
      title: translate(locale, "influence:handIn.title", { count: letters }),
      subtitle: title,
      facts: await coverFacts(deps, campaign, { at, letters, locale }),
      note: translate(locale, campaign.publicRecord ? "influence:handIn.notePublic" : "influence:handIn.note"),
    },
  });
};

type Told = Bundle & { locale: Locale };

const coverFacts = async (deps: Deps, campaign: Campaign, { at, letters, locale }: Told) => {
  const { settings } = await readSettings(deps);
  const label = (name: string) => translate(locale, `influence:handIn.${name}`);
  const moment = (date: Date | null) => (date === null ? "" : formatMoment(deps, date, locale));
  const facts = [
    { label: label("agendaItem"), value: localized(campaign, "agendaItem", locale) },
    { label: label("letters"), value: new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA").format(letters) },
    { label: label("decision"), value: await moment(campaign.decisionAt) },
    { label: label("deadline"), value: await moment(campaign.submissionDeadline) },
    { label: label("handedIn"), value: await moment(at) },
    { label: label("by"), value: settings.organizationName },
  ];
  return facts.filter(({ value }) => value !== "");
};

async function* sheetsOf(deps: Deps, campaign: Campaign, { at, letters }: Bundle): AsyncGenerator<LetterSheet> {
  const { settings } = await readSettings(deps);
  let number = 0;
  for await (const letter of readBundle(deps.db, campaign.id, at)) {
    number += 1;
    yield sheetOf(letter, { campaign, number, letters, timeZone: settings.timeZone });
  }
}

type Place = { campaign: Campaign; number: number; letters: number; timeZone: string };

const sheetOf = (letter: Letter, { campaign, number, letters, timeZone }: Place): LetterSheet => {
  const { locale } = letter;
  const code = letter.userPostalCode === null ? "" : formatPostalCode(letter.userPostalCode);
  const place = [letter.userCity ?? "", code].filter((part) => part !== "").join("  ");
  return {
    date: new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", { dateStyle: "long", timeZone }).format(letter.createdAt),
    from: [letter.userName ?? "", letter.userStreet ?? "", place],
    to: [letter.recipientName, letter.recipientTitle ?? ""],
    noStamp: null,
    subject: letter.subject,
    // The writer's name and place stand at the end of the words already.
    body: letter.message,
    closing: [],
    footer: translate(locale, "influence:handIn.footer", { number, letters, title: localized(campaign, "title", locale) }),
  };
};
