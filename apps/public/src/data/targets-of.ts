import type { CampaignView, FixedPeople } from "../features/campaigns/model/campaign-view";
import type { Visit } from "./visit";

type Place = { postalCode: string | null; districts: string[] };

/** Who can be written to at a place; for a campaign that is not public yet its sample supporters' places only. */
export const targetsOf = (
  { source, locale }: Pick<Visit, "source" | "locale">,
  campaign: CampaignView,
  place: Place,
): Promise<FixedPeople> => {
  const { slug, isPreview, previewToken } = campaign;
  return isPreview ? source.previewTargets({ slug, token: previewToken, ...place, locale }) : source.targets({ slug, ...place, locale });
};
