import { adminApi, createAdminCache, createAdminClient, createQueryClient } from "@cml/api-client/admin";
import { loadedLocale } from "@cml/ui/i18n";

export { adminApi as api };

let onSignedOut = () => {};

/** The router tells what to do when a call finds the session gone. */
export const whenSignedOut = (act: () => void) => {
  onSignedOut = act;
};

export const queryClient = createQueryClient({ onSignedOut: () => onSignedOut() });
export const apiClient = createAdminClient({ locale: loadedLocale });

/** The same cache as the hooks', for what a route must know before it shows anything. */
export const apiCache = createAdminCache(apiClient, queryClient);
