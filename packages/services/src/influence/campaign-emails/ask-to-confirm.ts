import { type Db, transaction } from "@cml/db";
import { insertVerification } from "@cml/db/influence";
import { type Campaign, confirmationExpiry, letterConsentKinds, type WaitingLetters } from "@cml/domain/influence";
import { localized } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { confirmationHashOf, confirmationTokenOf } from "./receipt-tokens";

/** Puts the letters aside and mails the link that sends them; the same submission again waits already and mails nothing. */
export const askToConfirm = async (deps: Deps, campaign: Campaign, waiting: WaitingLetters): Promise<Date> => {
  const expiresAt = confirmationExpiry(deps.clock.now(), campaign);
  const facts = { id: waiting.submissionId, expiresAt };
  await transaction(deps.db, async (db) => {
    // Should it wait already, a second tab was quicker: its mail is on the way.
    if (await putAside(deps, db, { waiting, ...facts }))
      await queueConfirmation(deps, db, { templateKey: "letter-confirmation", campaign, waiting, ...facts });
  });
  return expiresAt;
};

/** The boxes of somebody whose letter goes another way wait for a link of their own. */
export const askToConfirmBoxes = async (
  deps: Deps,
  db: Db,
  { campaign, waiting }: { campaign: Campaign; waiting: WaitingLetters },
): Promise<void> => {
  const facts = { id: deps.newId(), expiresAt: confirmationExpiry(deps.clock.now(), { submissionDeadline: null, endsAt: null }) };
  const boxes = { ...waiting, letters: [] };
  await putAside(deps, db, { waiting: boxes, ...facts });
  await queueConfirmation(deps, db, { templateKey: "letter-boxes", campaign, waiting: boxes, ...facts });
};

type Aside = { waiting: WaitingLetters; id: string; expiresAt: Date };

const putAside = (deps: Deps, db: Db, { waiting, id, expiresAt }: Aside): Promise<boolean> =>
  insertVerification(db, {
    id,
    tokenHash: confirmationHashOf(deps, confirmationTokenOf(deps, id)),
    email: waiting.email,
    tempCampaignData: JSON.stringify(waiting),
    campaignId: waiting.campaignId,
    locale: waiting.locale,
    createdAt: deps.clock.now(),
    expiresAt,
  });

type Confirmation = Aside & { templateKey: "letter-confirmation" | "letter-reminder" | "letter-boxes"; campaign: Campaign };

/** Asks for a mail with the link; one mail of a kind for each link. */
export const queueConfirmation = async (
  deps: Deps,
  db: Db,
  { templateKey, campaign, waiting, id, expiresAt }: Confirmation,
): Promise<void> => {
  const { locale } = waiting;
  const recipients = waiting.letters.map((letter) => letter.recipientName).join(", ");
  const boxes = letterConsentKinds.filter((kind) => waiting.consents[kind]).map((kind) => translate(locale, `influence:consents.${kind}`));
  await queueTemplateMail(deps, db, {
    templateKey,
    locale,
    to: { name: waiting.name, address: waiting.email },
    variables: {
      USER_NAME: waiting.name,
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
      ...(templateKey === "letter-boxes" ? { BOXES: boxes.join("\n") } : { RECIPIENT_NAMES: recipients }),
      CONFIRM_URL: await getPublicLink(deps, locale, `/confirm/${confirmationTokenOf(deps, id)}`),
      EXPIRES_AT: await formatMoment(deps, expiresAt, locale),
    },
    onceKey: `${templateKey}:${id}`,
  });
};
