export type Secrets = {
  /** Keyed hash (HMAC-SHA-256, hex) for tokens and look-ups that must not be reversible. */
  keyedHash: (purpose: string, value: string) => string;
  /** The same with a key that changes daily: for IP addresses. */
  rotatingHash: (purpose: string, value: string) => string;
  /** A random URL-safe token of 256 bits. */
  newToken: () => string;
  /** AES-256-GCM with a key of `purpose`: for secrets that must be read again, such as the SMTP password. */
  seal: (purpose: string, text: string) => string;
  /** The sealed text; null when it was sealed with another APP_SECRET or changed. */
  unseal: (purpose: string, sealed: string) => string | null;
  /** HS256 key for access tokens. */
  jwtKey: Uint8Array;
};
