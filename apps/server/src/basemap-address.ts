import type { Deps } from "@cml/services";
import { getBasemapAddress } from "@cml/services/settings";

const freshMs = 30_000;

/** Where pages may fetch the basemap from; asked with every page, so it is kept until the settings change. */
export const createBasemapAddress = (deps: Deps): (() => Promise<string | null>) => {
  let held: { address: Promise<string | null>; readAt: number } | null = null;
  deps.events.subscribe(({ type }) => {
    if (type === "settings.changed") held = null;
  });
  return async () => {
    const now = performance.now();
    if (held === null || now - held.readAt > freshMs) held = { address: getBasemapAddress(deps), readAt: now };
    try {
      return await held.address;
    } catch (error) {
      // A page without its basemap is better than no page: the failure page comes this way too.
      held = null;
      deps.logger.warn({ error: String(error) }, "the basemap's address cannot be read");
      return null;
    }
  };
};
