import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Clock, Secrets } from "@cml/services";

/** All secrets come from APP_SECRET by HKDF, one key for each purpose, so a leaked one tells nothing about the others. */
export const createSecrets = (appSecret: string, clock: Clock): Secrets => {
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync("sha256", appSecret, "changemaker", purpose, 32));
    keys.set(purpose, key);
    return key;
  };
  const hash = (key: Buffer, value: string): string => createHmac("sha256", key).update(value).digest("hex");
  let today = { date: "", keys: new Map<string, Buffer>() };
  return {
    keyedHash: (purpose, value) => hash(keyFor(`hash:${purpose}`), value),
    rotatingHash: (purpose, value) => {
      const date = clock.now().toISOString().slice(0, 10);
      if (today.date !== date) today = { date, keys: new Map() };
      const key = today.keys.get(purpose) ?? Buffer.from(hkdfSync("sha256", appSecret, `changemaker:${date}`, `rotating:${purpose}`, 32));
      today.keys.set(purpose, key);
      return hash(key, value);
    },
    newToken: () => randomBytes(32).toString("base64url"),
    seal: (purpose, text) => seal(keyFor(`seal:${purpose}`), text),
    unseal: (purpose, sealed) => unseal(keyFor(`seal:${purpose}`), sealed),
    jwtKey: new Uint8Array(keyFor("jwt")),
  };
};

// "v1." + base64url(12-byte nonce, 16-byte tag, ciphertext).
const version = "v1.";

const seal = (key: Buffer, text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return version + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
};

const unseal = (key: Buffer, sealed: string): string | null => {
  const bytes = Buffer.from(sealed.slice(version.length), "base64url");
  if (!sealed.startsWith(version) || bytes.length < 28) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    // A wrong key and a changed text look the same on purpose.
    return null;
  }
};
