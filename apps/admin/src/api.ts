import { adminApi, type AdminInputs, type AdminOutputs, createAdminClient, createQueryClient } from "@cml/api-client/admin";
import type { AdminRouter } from "@cml/api-client";
import { loadedLocale } from "@cml/ui/i18n";
import { createTRPCQueryUtils } from "@trpc/react-query";

export { adminApi as api, type AdminInputs, type AdminOutputs };

let onSignedOut = () => {};

/** The router tells what to do when a call finds the session gone. */
export const whenSignedOut = (act: () => void) => {
  onSignedOut = act;
};

export const queryClient = createQueryClient({ onSignedOut: () => onSignedOut() });
export const apiClient = createAdminClient({ locale: loadedLocale });

/** The same cache as the hooks', for what a route must know before it shows anything. */
export const apiCache = createTRPCQueryUtils<AdminRouter>({ queryClient, client: apiClient });
