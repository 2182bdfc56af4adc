import { parsePostalCode } from "@cml/domain/kernel";
import { targetsOf } from "../../../data/targets-of";
import type { Visit } from "../../../data/visit";
import { newId } from "../../../shell/new-id";
import type { CampaignView } from "../model/campaign-view";
import { shortId } from "../letter-panel/short-id";
import { preparePlain } from "./prepare-plain";
import { nothingWritten, type PlainForm } from "./plain-form";

/** The plain forms' state as the address tells it; null while nobody has begun without JavaScript. */
export const plainFormOf = async (visit: Visit, campaign: CampaignView): Promise<PlainForm | null> => {
  const { search } = visit;
  if (!search.has("code") && !search.has("write")) return null;
  const code = (search.get("code") ?? "").slice(0, 12);
  const postalCode = campaign.needsPlace ? parsePostalCode(code) : null;
  const districts = search.getAll("district").filter((key) => /^[a-z0-9-]{1,120}\/[\w-]{1,120}$/.test(key)).slice(0, 8); // prettier-ignore
  const known = postalCode !== null || !campaign.needsPlace;
  const found = known ? await targetsOf(visit, campaign, { postalCode, districts }) : null;
  const to = new Set(search.getAll("to"));
  const ticked = found?.targets.filter(({ id }) => to.has(shortId(id))).map(({ id }) => id) ?? [];
  return {
    code,
    postalCode,
    districts,
    found,
    prepared: await preparePlain(visit, campaign, { postalCode, districts, found }),
    source: search.get("s")?.slice(0, 200) ?? null,
    submissionId: newId(),
    openedAt: new Date().toISOString(),
    problem: null,
    values: { ...nothingWritten, targetIds: ticked.length === 0 ? null : ticked },
  };
};
