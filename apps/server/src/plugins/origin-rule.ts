export type OriginFacts = {
  method: string;
  origin: string | undefined;
  /** Sec-Fetch-Site, which no page can forge. */
  fetchSite: string | undefined;
  /** The address the request came to, `http://localhost:4000`. */
  self: string;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from our own pages (or from no page at all: programs send neither header).
 * Under `Referrer-Policy: no-referrer` a form of ours says `Origin: null`; then only Sec-Fetch-Site can vouch for it.
 */
export const isOwnOrigin = (facts: OriginFacts, site: { publicUrl: string; production: boolean }): boolean => {
  if (safeMethods.has(facts.method)) return true;
  const { origin, fetchSite } = facts;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  if (origin === undefined) return true;
  if (origin === "null") return fetchSite === "same-origin";
  return origin === site.publicUrl || (!site.production && origin === facts.self);
};
