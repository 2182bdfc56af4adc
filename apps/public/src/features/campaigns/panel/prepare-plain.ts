import type { CampaignTargets, PreparedLetters } from "@cml/domain/influence";
import type { Visit } from "../../../data/visit";
import { canBeWritten, shownTargets } from "../letter-panel/letter-flow";
import type { CampaignView } from "../model/campaign-view";
import { openPlaces } from "../model/open-places";
import { shownWords } from "../model/shown-words";

type Place = { postalCode: string | null; districts: string[]; found: CampaignTargets | null };

/** The letters to everybody a plain form offers; a form cannot tell yet who stays ticked. */
export const preparePlain = async (
  { source, locale }: Pick<Visit, "source" | "locale">,
  campaign: CampaignView,
  { found, ...place }: Place,
): Promise<PreparedLetters | null> => {
  if (found === null || found.notConstituent) return null;
  const targetIds = shownTargets(found)
    .filter((target) => canBeWritten(target, campaign.methods))
    .map(({ id }) => id)
    .slice(0, 120);
  if (targetIds.length === 0) return null;
  const asked = { slug: campaign.slug, ...place, targetIds, locale, ...openPlaces(campaign) };
  if (!campaign.isPreview) return source.prepared(asked);
  return source.previewPrepared({ ...asked, token: campaign.previewToken, shown: shownWords(campaign) });
};
