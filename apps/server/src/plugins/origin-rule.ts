export type OriginFacts = {
  method: string;
  origin: string | undefined;
  /** Sec-Fetch-Site, which no page can forge. */
  fetchSite: string | undefined;
  /** The address the request came to, `http://localhost:4000`. */
  self: string;
  /** It carries cookies, so it acts for somebody. */
  hasCookie: boolean;
  contentType: string | undefined;
  /** It carries a header no form can send (`Tus-Resumable`). */
  hasOwnHeader: boolean;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const formTypes = new Set(["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]);

/** What a page of another site can send without asking first: browsers let every other shape pass only after a preflight, which we refuse. */
const isFormLike = ({ method, contentType, hasOwnHeader }: OriginFacts): boolean =>
  method === "POST" &&
  !hasOwnHeader &&
  (contentType === undefined || formTypes.has((contentType.split(";")[0] ?? "").trim().toLowerCase()));

/**
 * Whether a request that changes something comes from our own pages, or from no page at all: programs send neither header. A form
 * with cookies and neither header could be a very old browser's, sent by anybody's page, so it is refused.
 * Under `Referrer-Policy: no-referrer` a form of ours says `Origin: null`; then only Sec-Fetch-Site can vouch for it.
 */
export const isOwnOrigin = (facts: OriginFacts, site: { publicUrl: string; production: boolean }): boolean => {
  if (safeMethods.has(facts.method)) return true;
  const { origin, fetchSite } = facts;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  if (origin === undefined) return fetchSite !== undefined || !facts.hasCookie || !isFormLike(facts);
  if (origin === "null") return fetchSite === "same-origin";
  return origin === site.publicUrl || (!site.production && origin === facts.self);
};
