import { afterCommit, transaction } from "@cml/db";
import { type CouncilMember, listOfficeHoldersOfSet, storeCouncil } from "@cml/db/influence";
import { districtKeyOf, type FoundRepresentative, peopleIn, preferredLocaleOf } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { raiseAlerts } from "./raise-alerts";
import { withHealth } from "./sources/with-health";

/** Reads a whole council from Represent and keeps it; live campaigns are told who left. Throws NOT_FOUND for a set nobody knows. */
export const refreshCouncil = async (deps: Deps, _actor: Actor, setSlug: string): Promise<void> => {
  const found = await withHealth(deps, "represent", () => deps.represent.listCouncil(setSlug));
  if (found === null) throw new AppError("NOT_FOUND", "representative.unknownCouncil");
  const people = peopleIn(found, "CONCORDANCE");
  const setName = people[0]?.representativeSetName ?? setSlug;
  await transaction(deps.db, async (db) => {
    const before = await listOfficeHoldersOfSet(db, { setSlug, source: "REPRESENT" });
    const members = people.map((one) => memberOf(one, setSlug));
    await storeCouncil(db, { setSlug, setName, source: "REPRESENT", members, newId: deps.newId, now: deps.clock.now() });
    await afterCommit(db, () => raiseAlerts(deps, before, members));
  });
};

const memberOf = (found: FoundRepresentative, setSlug: string): CouncilMember => {
  const { match: _match, preferredLanguages, boundaryUrl, ...one } = found;
  return {
    ...one,
    setSlug,
    districtKey: districtKeyOf(boundaryUrl),
    preferredLocale: preferredLocaleOf(preferredLanguages),
    source: "REPRESENT",
  };
};
