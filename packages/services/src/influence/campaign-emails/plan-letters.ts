import { fillLetterText, type Campaign, type ResolvedTarget } from "@cml/domain/influence";
import { AppError, formatPostalCode, type Locale, localized } from "@cml/domain/kernel";
import type { ResolvedTargets } from "../targets/resolve-targets";

export type Writer = { name: string; postalCode: string; locale: Locale };
/** What a writer changed; null keeps the campaign's words. */
export type OwnWords = { subject: string | null; message: string | null };
export type PlannedLetter = { target: ResolvedTarget; recipientEmail: string; subject: string; message: string };

/** The chosen people among this campaign's targets for the place, or INVALID: nobody may pick an address of their own. */
export const chosenTargets = ({ targets }: ResolvedTargets, targetIds: readonly string[]): ResolvedTarget[] => {
  const wanted = new Set(targetIds);
  const chosen = targets.filter(({ ids }) => ids.some((id) => wanted.has(id)));
  const known = new Set(chosen.flatMap(({ ids }) => ids));
  if ([...wanted].some((id) => !known.has(id))) throw new AppError("INVALID", "letter.recipientUnknown");
  if (chosen.some(({ email }) => email === null)) throw new AppError("INVALID", "letter.recipientWithoutEmail");
  return chosen;
};

/** One letter for each person, its variables filled. The mail template adds the writer's name and place below. */
export const planLetters = (
  campaign: Campaign,
  { city }: Pick<ResolvedTargets, "city">,
  { chosen, writer, own }: { chosen: ResolvedTarget[]; writer: Writer; own: OwnWords },
): PlannedLetter[] => {
  const text = (field: string) => localized(campaign, field, writer.locale);
  if ((own.subject !== null || own.message !== null) && !campaign.allowEmailEditing) throw new AppError("INVALID", "letter.editingOff");
  return chosen.map((target) => {
    const values = {
      REPRESENTATIVE_NAME: target.name,
      REPRESENTATIVE_TITLE: target.officeTitle,
      DISTRICT: target.districtName,
      SENDER_NAME: writer.name,
      SENDER_CITY: city,
      SENDER_POSTAL_CODE: formatPostalCode(writer.postalCode),
      CAMPAIGN_TITLE: text("title"),
    };
    const subject = fillLetterText(own.subject ?? text("emailSubject"), values)
      .replace(/\s+/g, " ")
      .trim();
    const message = fillLetterText(own.message ?? text("emailBody"), values);
    return { target, recipientEmail: target.email ?? "", subject, message };
  });
};
