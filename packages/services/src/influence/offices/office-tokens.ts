import type { Deps } from "../../deps";

type Keyed = Pick<Deps, "secrets">;

/** At rest there is only the hash of a mailed link. */
export const questionHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("office-question", token);
export const wayInHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("office-way-in", token);
