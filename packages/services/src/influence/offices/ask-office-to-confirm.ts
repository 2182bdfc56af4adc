import { transaction } from "@cml/db";
import { findCampaign, findPreferredLocale, markOfficeAsked, recordResponseChange } from "@cml/db/influence";
import { officeQuestionDays } from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { questionHashOf } from "./office-tokens";

/**
 * Asks the office of an approved response whether the words are its own, where the submitter wished it and an address is
 * known: one mail for each response, ever. The link in it opens a page and decides nothing. Gives whether a mail was queued.
 */
export const askOfficeToConfirm = async (deps: Deps, actor: Actor, { responseId }: { responseId: string }): Promise<boolean> => {
  const at = deps.clock.now();
  const endsAt = new Date(at.getTime() + officeQuestionDays * 86_400_000);
  const token = deps.secrets.newToken();
  return transaction(deps.db, async (db) => {
    const response = await markOfficeAsked(db, { responseId, tokenHash: questionHashOf(deps, token), at, endsAt });
    if (response === null) return false;
    const campaign = await findCampaign(db, response.campaignId);
    if (campaign === null) return false;
    const locale = (await findPreferredLocale(db, response.representativeEmail)) ?? response.locale;
    const link = await getPublicLink(deps, locale, `/office/check/${token}`);
    await queueTemplateMail(deps, db, {
      templateKey: "response-verification",
      locale,
      to: { name: response.representativeName, address: response.representativeEmail },
      variables: {
        RECIPIENT_NAME: response.representativeName,
        CAMPAIGN_TITLE: localized(campaign, "title", locale),
        RESPONSE_TEXT: response.shownText,
        ...(response.submittedBy === null ? {} : { SUBMITTED_BY: response.submittedBy }),
        VERIFY_URL: link,
        REPORT_URL: `${link}?answer=report`,
        EXPIRES_AT: await formatMoment(deps, endsAt, locale),
      },
      onceKey: `response-verification:${response.id}`,
    });
    const byUserId = actor.kind === "user" ? actor.userId : null;
    await recordResponseChange(db, { responseId, kind: "ASKED_OFFICE", at, byUserId });
    return true;
  });
};
