import { listDemoRepresentatives } from "@cml/db/influence";
import type { Campaign, LookUp } from "@cml/domain/influence";
import { type Actor, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { lookUpRepresentatives } from "./look-up-representatives";

/** Who represents a postal code in this campaign: a demo's letters go to the demo's invented people, wherever one lives. */
export const lookUpForCampaign = async (
  deps: Deps,
  actor: Actor,
  { campaign, postalCode }: { campaign: Pick<Campaign, "isDemo">; postalCode: string },
): Promise<LookUp> => {
  const invented = campaign.isDemo ? await listDemoRepresentatives(deps.db) : [];
  if (invented.length === 0) return lookUpRepresentatives(deps, actor, { postalCode });
  return {
    postalCode,
    city: "Vancouver",
    province: provinceOfPostalCode(postalCode) ?? "",
    known: true,
    representatives: invented,
    splitLevels: [],
    fetchedAt: deps.clock.now(),
    stale: false,
  };
};
