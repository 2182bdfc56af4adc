export type Secrets = {
  /** Keyed hash (HMAC-SHA-256, hex) for tokens and look-ups that must not be reversible. */
  keyedHash: (purpose: string, value: string) => string;
  /** The same with a key that changes daily: for IP addresses. */
  rotatingHash: (purpose: string, value: string) => string;
  /** A random URL-safe token of 256 bits. */
  newToken: () => string;
  /** HS256 key for access tokens. */
  jwtKey: Uint8Array;
};
