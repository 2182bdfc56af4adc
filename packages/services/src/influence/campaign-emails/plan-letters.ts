import { fillLetterText, type Campaign, type LookUp, type Representative } from "@cml/domain/influence";
import { AppError, formatPostalCode, type Locale, localized } from "@cml/domain/kernel";
import { targetsOf } from "../representatives/find-campaign-targets";

export type Writer = { name: string; postalCode: string; locale: Locale };
/** What a writer changed; null keeps the campaign's words. */
export type OwnWords = { subject: string | null; message: string | null };
export type PlannedLetter = { representative: Representative; recipientEmail: string; subject: string; message: string };

/** The chosen people among this campaign's targets for the code, or INVALID: nobody may pick an address of their own. */
export const chosenTargets = (campaign: Campaign, lookUp: LookUp, representativeIds: readonly string[]): Representative[] => {
  const targets = targetsOf(campaign, lookUp);
  const wanted = new Set(representativeIds);
  const chosen = targets.filter(({ id }) => wanted.has(id));
  if (chosen.length !== wanted.size) throw new AppError("INVALID", "letter.recipientUnknown");
  if (chosen.some(({ email }) => email === null)) throw new AppError("INVALID", "letter.recipientWithoutEmail");
  return chosen;
};

/** One letter for each person, its variables filled. The mail template adds the writer's name and place below. */
export const planLetters = (
  campaign: Campaign,
  lookUp: LookUp,
  { chosen, writer, own }: { chosen: Representative[]; writer: Writer; own: OwnWords },
): PlannedLetter[] => {
  const text = (field: string) => localized(campaign, field, writer.locale);
  if ((own.subject !== null || own.message !== null) && !campaign.allowEmailEditing) throw new AppError("INVALID", "letter.editingOff");
  return chosen.map((representative) => {
    const values = {
      REPRESENTATIVE_NAME: representative.name,
      REPRESENTATIVE_TITLE: representative.electedOffice,
      DISTRICT: representative.districtName,
      SENDER_NAME: writer.name,
      SENDER_CITY: lookUp.city,
      SENDER_POSTAL_CODE: formatPostalCode(writer.postalCode),
      CAMPAIGN_TITLE: text("title"),
    };
    const subject = fillLetterText(own.subject ?? text("emailSubject"), values)
      .replace(/\s+/g, " ")
      .trim();
    const message = fillLetterText(own.message ?? text("emailBody"), values);
    return { representative, recipientEmail: representative.email ?? "", subject, message };
  });
};
