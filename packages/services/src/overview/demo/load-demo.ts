import { type Db, transaction } from "@cml/db";
import { findTimeZone } from "@cml/db/map";
import { deleteDemo, findDemoState } from "@cml/db/overview";
import { findSiteSettings } from "@cml/db/settings";
import type { Deps } from "../../deps";
import { dressSettings, undressSettings } from "./demo-settings";
import { type DemoPeople, insertDemoPeople, inventDemoPeople } from "./demo-people";
import { loadDemoCampaign } from "./load-demo-campaign";
import { loadDemoFieldWork } from "./load-demo-field-work";
import { loadDemoMap } from "./load-demo-map";
import { loadDemoWall } from "./load-demo-wall";

export type LoadedDemo = {
  created: boolean;
  /** Accounts made just now; their passwords are kept nowhere and shown once. */
  people: { role: string; name: string; email: string; password: string }[];
};

const nothing: LoadedDemo = { created: false, people: [] };
export const demoLock = "demo";

/**
 * Fills an empty installation with a small organisation to try things on. Does nothing where the demo is there, was removed
 * before, or somebody has begun work of their own. What an interrupted start left is cleared and made anew.
 */
export const loadDemo = (deps: Deps): Promise<LoadedDemo> =>
  deps.locks.withLock(demoLock, async () => {
    const state = await findDemoState(deps.db);
    if (state.complete || state.ownWork || state.removedBefore) return nothing;
    if (state.anything) await transaction(deps.db, clearDemo);
    const people = await makeDemo(deps);
    await deps.events.publish({ type: "settings.changed" });
    const shown = [people.captain, people.volunteer, people.guest].map(({ role, name, email, password }) => ({
      role,
      name,
      email,
      password,
    }));
    return { created: true, people: shown };
  });

/** Deletes the demo and what its settings wrote, in the caller's transaction. */
export const clearDemo = async (tx: Db): Promise<void> => {
  await deleteDemo(tx);
  await undressSettings(tx);
};

const makeDemo = async (deps: Deps): Promise<DemoPeople> => {
  const { defaultLocale: locale } = (await findSiteSettings(deps.db)).settings;
  const timeZone = await findTimeZone(deps.db);
  const [people, map] = await Promise.all([inventDemoPeople(deps), loadDemoMap(deps, locale)]);
  await transaction(deps.db, async (tx) => {
    await insertDemoPeople(deps, tx, people);
    await loadDemoFieldWork(deps, tx, { people, map, timeZone, locale });
    await dressSettings(tx, locale);
    const campaign = await loadDemoCampaign(deps, tx, locale);
    await loadDemoWall(deps, tx, { campaign, people, timeZone });
  });
  return people;
};
