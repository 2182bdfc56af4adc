import { canvassApi, type CanvassOutputs, createCanvassClient, createQueryClient } from "@cml/api-client/canvass";
import { loadedLocale } from "@cml/ui/i18n";

export { canvassApi as api, type CanvassOutputs };

export const queryClient = createQueryClient();
/** Behind the hooks, and for the outbox, which works without screens. */
export const apiClient = createCanvassClient({ locale: loadedLocale });
