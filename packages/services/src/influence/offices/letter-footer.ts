import { keepOffice } from "@cml/db/influence";
import type { Campaign, Letter } from "@cml/domain/influence";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { officeLinkOf } from "./office-link";

/** The office a letter goes to; null where nobody could know it again, and for what an organiser tries out. */
const officeOfLetter = async (deps: Deps, letter: Letter): Promise<string | null> => {
  const { recipientKey, campaignId, recipientEmail, recipientName } = letter;
  if (recipientKey === null || letter.isTest) return null;
  return hotAnswer(deps, `office:${JSON.stringify([campaignId, recipientKey, recipientEmail])}`, () =>
    keepOffice(deps.db, {
      id: deps.newId(),
      campaignId,
      recipientKey,
      name: recipientName,
      title: letter.recipientTitle,
      level: letter.recipientLevel,
      email: recipientEmail,
      locale: letter.locale,
      createdAt: deps.clock.now(),
    }),
  );
};

/** The last line of a letter where its campaign gives offices a link; "" otherwise. Only what we send ourselves has it. */
export const officeFooter = async (deps: Deps, { letter, campaign }: { letter: Letter; campaign: Campaign }): Promise<string> => {
  if (!campaign.officeLink || letter.emailMethod !== "SMTP") return "";
  const id = await officeOfLetter(deps, letter);
  if (id === null) return "";
  const url = await officeLinkOf(deps, id, letter.locale);
  return `\n\n—\n${translate(letter.locale, "influence:offices.footer", { url })}`;
};
