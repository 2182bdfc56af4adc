import { afterCommit, type Db, transaction } from "@cml/db";
import { findEmailTemplate } from "@cml/db/content";
import { countResultMails, markResultMailed, nameWriters, type ResultMailed, takeForResult } from "@cml/db/influence";
import { templateTexts } from "@cml/domain/content";
import { type Campaign, type MailedResult, type ResultMail, type ResultMailInput, resultObstacle } from "@cml/domain/influence";
import { type Actor, AppError, type Locale, locales, localized } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { recordAudit } from "../../platform/record-audit";
import { render } from "../../content/email-templates/render-sample";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";
import { followUpLinks } from "./follow-up-tokens";

const templateKey = "letter-result";

/** The mail with the result as it would leave now, how many wait for it, and what stands in its way. */
export const getResultMail = async (deps: Deps, actor: Actor, { campaignId }: ResultMailInput): Promise<ResultMail> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const counts = await countResultMails(deps.db, campaignId);
  const obstacle = resultObstacle(campaign, { now: deps.clock.now(), waiting: counts.waiting });
  const hasOutcome = (campaign.outcome ?? "").trim() !== "";
  return { ...counts, obstacle, preview: hasOutcome ? await previewOf(deps, campaign) : null };
};

/** Lets the mail with the result go to everybody who wanted to be told, once; it is written to them in the background. */
export const mailResult = async (deps: Deps, actor: Actor, { campaignId }: ResultMailInput): Promise<MailedResult> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, campaignId);
    const { waiting, mailedAt } = await countResultMails(db, campaignId);
    if (mailedAt !== null) throw new AppError("CONFLICT", "followUp.resultMailed");
    const obstacle = resultObstacle(campaign, { now: deps.clock.now(), waiting });
    if (obstacle !== null) throw new AppError("CONFLICT", `followUp.obstacles.${obstacle}`);
    await markResultMailed(db, campaignId, deps.clock.now());
    await recordAudit(db, { actor, action: "campaign.mail-result", entity: "Campaign", entityId: campaignId, facts: { people: waiting } });
    await afterCommit(db, async () => {
      // The row is safe: should the queue be down, the hourly job finds it.
      await deps.jobs.add("influence.mail-results", {}).catch((error: unknown) => {
        deps.logger.warn({ campaignId, error: String(error) }, "result to be mailed, job not queued; the sweep will");
      });
    });
    return { waiting };
  });

/** The mails of some people whose rows are taken, in the transaction that takes them. Gives how many rows that were. */
export const mailSomeResults = async (deps: Deps, db: Db, { campaign, limit }: { campaign: Campaign; limit: number }): Promise<number> => {
  const taken = await takeForResult(db, { campaignId: campaign.id, now: deps.clock.now(), limit });
  const names = await nameWriters(
    db,
    taken.map(({ submissionId }) => submissionId),
  );
  for (const person of taken) await queueResult(deps, db, { campaign, person, name: names.get(person.submissionId) ?? "" });
  return taken.length;
};

type Told = { campaign: Campaign; person: ResultMailed; name: string };

const queueResult = async (deps: Deps, db: Db, { campaign, person, name }: Told): Promise<void> => {
  const { id, email, locale } = person;
  const { stop } = await followUpLinks(deps, { id, locale });
  await queueTemplateMail(deps, db, {
    templateKey,
    locale,
    to: { name, address: email },
    variables: { ...(await wordsOf(deps, campaign, locale)), USER_NAME: name, STOP_URL: stop },
    // Two submissions of one person are one mail.
    onceKey: `${templateKey}:${campaign.id}:${deps.secrets.keyedHash("result-mail", email)}`,
  });
};

const wordsOf = async (deps: Deps, campaign: Campaign, locale: Locale): Promise<Record<string, string>> => {
  const nextUrl = campaign.nextStepUrl ?? "";
  return {
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
    OUTCOME: localized(campaign, "outcome", locale),
    CAMPAIGN_URL: await getPublicLink(deps, locale, `/c/${campaign.slug}`),
    ...(nextUrl === "" ? {} : { NEXT_STEP_URL: nextUrl, NEXT_STEP_LABEL: localized(campaign, "nextStepLabel", locale) || nextUrl }),
  };
};

const previewOf = async (deps: Deps, campaign: Campaign): Promise<ResultMail["preview"]> => {
  const template = await findEmailTemplate(deps.db, { key: templateKey });
  if (template === null || !template.isActive) return null;
  const drawn = async (locale: Locale) => {
    const name = translate(locale, "influence:result.sampleName");
    const variables = {
      ...(await commonVariables(deps, locale)),
      ...(await wordsOf(deps, campaign, locale)),
      USER_NAME: name,
      STOP_URL: await getPublicLink(deps, locale, `/c/${campaign.slug}`),
    };
    const { subject, html } = render(templateTexts(template, locale), template, variables);
    return { subject, html };
  };
  const [en, fr] = await Promise.all(locales.map(drawn));
  return en === undefined || fr === undefined ? null : { en, fr };
};
