import { createHmac, hkdfSync, randomBytes } from "node:crypto";
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
    jwtKey: new Uint8Array(keyFor("jwt")),
  };
};
