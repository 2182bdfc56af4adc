import type { Deps } from "../../deps";

type Keyed = Pick<Deps, "secrets">;

/** The mailed link's token can be worked out again from the response; at rest there is only its hash. */
export const responseTokenOf = (deps: Keyed, responseId: string): string =>
  deps.secrets.keyedHash("response-confirmation-link", responseId);
export const responseTokenHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("response-confirmation", token);
