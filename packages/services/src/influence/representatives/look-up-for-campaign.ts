import { listDemoRepresentatives } from "@cml/db/influence";
import { type Campaign, type LookUp, mergeLevels } from "@cml/domain/influence";
import { type Actor, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { lookUpRepresentatives } from "./look-up-representatives";

type Question = { campaign: Pick<Campaign, "isDemo">; postalCode: string; districts?: string[] };

/** Who represents a postal code in this campaign: a demo's letters go to the demo's invented people, wherever one lives. */
export const lookUpForCampaign = async (deps: Deps, actor: Actor, { campaign, postalCode, districts = [] }: Question): Promise<LookUp> => {
  const invented = campaign.isDemo ? await listDemoRepresentatives(deps.db) : [];
  if (invented.length === 0) return lookUpRepresentatives(deps, actor, { postalCode, districts });
  const now = deps.clock.now();
  const province = provinceOfPostalCode(postalCode) ?? "";
  const merged = mergeLevels({ districts: [], people: invented, rural: false, province, chosen: districts, breaks: [], now });
  return {
    postalCode,
    city: "Vancouver",
    province,
    known: true,
    representatives: merged.people,
    levels: merged.levels,
    splitLevels: merged.splitLevels,
    sourcesDown: false,
    fetchedAt: now,
    stale: false,
  };
};
