import { createHmac, randomBytes } from "node:crypto";
import type { FakeClock } from "./clock";

export type FakeSecrets = {
  keyedHash: (purpose: string, value: string) => string;
  rotatingHash: (purpose: string, value: string) => string;
  newToken: () => string;
  seal: (purpose: string, text: string) => string;
  unseal: (purpose: string, sealed: string) => string | null;
  jwtKey: Uint8Array;
};

const fixedKey = "a key for tests, known to everybody";

/** Real algorithms with a fixed key, so hashes are the same in every run; tokens are random as ever. */
export const fakeSecrets = (clock: Pick<FakeClock, "now">): FakeSecrets => {
  const hash = (key: string, purpose: string, value: string) => createHmac("sha256", key).update(`${purpose}\n${value}`).digest("hex");
  return {
    keyedHash: (purpose, value) => hash(fixedKey, purpose, value),
    rotatingHash: (purpose, value) => hash(`${fixedKey} ${clock.now().toISOString().slice(0, 10)}`, purpose, value),
    newToken: () => randomBytes(32).toString("base64url"),
    // Readable, but as sure as the real one: what was changed on the way does not open.
    seal: (purpose, text) => {
      const body = Buffer.from(text).toString("base64url");
      return `sealed:${body}.${hash(fixedKey, `seal:${purpose}`, body)}`;
    },
    unseal: (purpose, sealed) => {
      const [, body = "", signature] = /^sealed:([\w-]*)\.([0-9a-f]{64})$/.exec(sealed) ?? [];
      return signature === hash(fixedKey, `seal:${purpose}`, body) ? Buffer.from(body, "base64url").toString() : null;
    },
    jwtKey: new TextEncoder().encode(fixedKey),
  };
};
