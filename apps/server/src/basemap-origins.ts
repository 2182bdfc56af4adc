import type { Deps } from "@cml/services";
import { getBasemapOrigins } from "@cml/services/settings";

const freshMs = 30_000;

/** Where pages may fetch the basemap from; asked with every page, so it is kept until the settings change. */
export const createBasemapOrigins = (deps: Deps): (() => Promise<readonly string[]>) => {
  let held: { origins: Promise<readonly string[]>; readAt: number } | null = null;
  deps.events.subscribe(({ type }) => {
    if (type === "settings.changed") held = null;
  });
  return async () => {
    const now = performance.now();
    if (held === null || now - held.readAt > freshMs) held = { origins: getBasemapOrigins(deps), readAt: now };
    try {
      return await held.origins;
    } catch (error) {
      // A page without its basemap is better than no page: the failure page comes this way too.
      held = null;
      deps.logger.warn({ error: String(error) }, "the basemap's address cannot be read");
      return [];
    }
  };
};
