import type { ShownWords } from "@cml/domain/influence";
import type { CampaignView } from "./campaign-view";

/** The words a preview shows: newer than the stored ones beside an editor. */
export const shownWords = ({
  title,
  letter,
  callScript,
  askStreet,
}: Pick<CampaignView, "title" | "letter" | "callScript" | "askStreet">): ShownWords => ({
  title,
  emailSubject: letter.subject,
  emailBody: letter.body,
  callScript,
  askStreet,
});
