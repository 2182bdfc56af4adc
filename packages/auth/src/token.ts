import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 bits that fits a link, a cookie and a header. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/**
 * What is stored of a token. It has 256 bits of its own, so a plain hash is enough: whoever reads the table can open
 * nothing with it.
 */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
