import { insertAlert, listCampaignsWritingTo } from "@cml/db/influence";
import { changesBetween, type FoundRepresentative, type Representative } from "@cml/domain/influence";
import type { Deps } from "../../deps";

type Seat = Pick<FoundRepresentative, "name" | "level" | "districtName" | "electedOffice" | "email" | "isVacant"> & {
  setSlug: string | null;
};

/** Tells every live campaign that writes to somebody who left, or whose address changed. */
export const raiseAlerts = async (deps: Deps, before: readonly Representative[], after: readonly Seat[]): Promise<void> => {
  for (const change of changesBetween(before, after)) {
    const setSlug = before.find(({ name }) => name === change.before)?.setSlug ?? null;
    for (const campaignId of await listCampaignsWritingTo(deps.db, { recipientKey: change.recipientKey, setSlug }))
      await insertAlert(deps.db, { id: deps.newId(), campaignId, change, now: deps.clock.now() });
  }
};
