import { afterCommit, transaction } from "@cml/db";
import { listCurrentSets, storeLookUp } from "@cml/db/influence";
import { currentSetsOf, districtsIn, type RepresentAnswer, representativesIn, vacantSeatsIn } from "@cml/domain/influence";
import { provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../../deps";
import { raiseAlerts } from "../raise-alerts";
import { withHealth } from "./with-health";

const setsSeenWithinMs = 45 * 86_400_000;

/** Asks Represent for a code and keeps the answer; live campaigns are told of targets that changed. One at a time for a code: hold its lock. */
export const refreshLookUp = async (deps: Deps, postalCode: string): Promise<void> => {
  const found = await withHealth(deps, "represent", () => deps.represent.lookUp(postalCode));
  const kept = { postalCode, newId: deps.newId, now: deps.clock.now() };
  const province = provinceOfPostalCode(postalCode) ?? "";
  if (found === null) {
    const nobody = { city: "", province, centroid: null, known: false, districts: [], representatives: [] };
    await transaction(deps.db, (db) => storeLookUp(db, { ...kept, ...nobody }));
    return;
  }
  const { districts, representatives } = await readAnswer(deps, found);
  const place = { city: found.city, province: found.province || province, centroid: found.centroid, known: true };
  await transaction(deps.db, async (db) => {
    const before = await storeLookUp(db, { ...kept, ...place, districts, representatives });
    await afterCommit(db, () => raiseAlerts(deps, before, representatives));
  });
};

/** What an answer says, with the seats that are empty: a legislature's district is known from its neighbours even where it stands alone. */
const readAnswer = async (deps: Deps, found: RepresentAnswer) => {
  const people = representativesIn(found);
  const own = currentSetsOf(people);
  const known = await listCurrentSets(deps.db, new Date(deps.clock.now().getTime() - setsSeenWithinMs));
  const named = new Set(own.map(({ boundarySet }) => boundarySet));
  const sitting = new Set(own.filter(({ complete }) => complete).map(({ level, setSlug }) => `${level} ${setSlug}`));
  // This answer's own sets win over what other codes said of the same legislature, perhaps before a redistribution.
  const others = known.filter(
    ({ boundarySet, complete, level, setSlug }) => complete && !named.has(boundarySet) && !sitting.has(`${level} ${setSlug}`),
  );
  const current = [...own, ...others];
  const districts = districtsIn(found, current);
  return { districts, representatives: [...people, ...vacantSeatsIn(districts, people, current)] };
};
