/** What the policy of every page depends on. */
export type PolicySite = { https: boolean };
/** `framedBy`: origins of other sites that may show the page in a frame. `basemap`: origins its map may fetch from. */
type PolicyOptions = PolicySite & { nonce?: string; framedBy?: readonly string[]; basemap?: readonly string[] };

// As they stand in a header: whatever else somebody wrote into a campaign's list says nothing.
const isOrigin = (text: string): boolean => /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(text);

/**
 * What a page may load. Scripts only from us; style elements by nonce and style attributes freely (Mantine writes them);
 * workers from blobs (MapLibre starts its own so). Only `/embed` may stand in frames of other sites: those its campaign names.
 */
export const contentSecurityPolicy = ({ https, nonce, framedBy = [], basemap = [] }: PolicyOptions): string => {
  const rules: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "media-src": ["'self'", "blob:"],
    // The map library fetches pictures too (tiles, signs) and draws them from memory, so no other rule needs these.
    "connect-src": ["'self'", ...basemap.filter(isOrigin)],
    "worker-src": ["'self'", "blob:"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'", ...framedBy.filter(isOrigin)],
    "form-action": ["'self'"],
    "base-uri": ["'self'"],
    "object-src": ["'none'"],
  };
  const written = Object.entries(rules).map(([name, sources]) => `${name} ${sources.join(" ")}`);
  return [...written, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
};
