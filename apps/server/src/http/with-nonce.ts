const placeholder = "__CSP_NONCE__";

/** Puts the answer's nonce into a built page: into Vite's placeholder, and where a script that makes style elements can read it. */
export const withNonce = (html: string, nonce: string): string => {
  const filled = html.replaceAll(placeholder, nonce);
  if (filled.includes('property="csp-nonce"')) return filled;
  return filled.replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${nonce}">`);
};
