export { createGuardedFetch, type Fetched, type FetchGuarded, type FetchRules, type GuardedFetchOptions } from "./guarded-fetch";
export { isPublicAddress } from "./public-address";
