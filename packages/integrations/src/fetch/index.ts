export { createGuardedFetch, type Fetched, type FetchGuarded, type FetchRules } from "./guarded-fetch";
export { createGuardedRanges, type FetchedRange, type FetchRange } from "./guarded-ranges";
export type { GuardedFetchOptions } from "./guarded-request";
export { isPublicAddress } from "./public-address";
