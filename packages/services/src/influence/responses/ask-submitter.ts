import type { Db } from "@cml/db";
import { insertResponseConfirmation, type NewResponse } from "@cml/db/influence";
import { type Campaign, responseConfirmationDays } from "@cml/domain/influence";
import { localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { keptLinkOf } from "../receipts/kept-link";
import { responseTokenHashOf, responseTokenOf } from "./response-tokens";

/** Mails the link with which a submitter says that the address is hers; gives when it ends. */
export const askSubmitter = async (deps: Deps, db: Db, { campaign, row }: { campaign: Campaign; row: NewResponse }): Promise<Date> => {
  const { id, locale, submittedByEmail } = row;
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + responseConfirmationDays * 86_400_000);
  if (submittedByEmail === null || submittedByEmail === undefined) return expiresAt;
  const token = responseTokenOf(deps, id);
  const link = { id, tokenHash: responseTokenHashOf(deps, token), email: submittedByEmail, campaignId: campaign.id };
  await insertResponseConfirmation(db, { ...link, locale, createdAt: now, expiresAt });
  const name = row.submittedByName ?? "";
  await queueTemplateMail(deps, db, {
    templateKey: "response-confirmation",
    locale,
    to: { name, address: submittedByEmail },
    variables: {
      USER_NAME: name === "" ? submittedByEmail : name,
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
      RECIPIENT_NAME: row.representativeName,
      CONFIRM_URL: await getPublicLink(deps, locale, `/replies/confirm/${token}`),
      EXPIRES_AT: await formatMoment(deps, expiresAt, locale),
      KEPT_URL: await keptLinkOf(deps, submittedByEmail, locale),
    },
    onceKey: `response-confirmation:${id}`,
  });
  return expiresAt;
};
