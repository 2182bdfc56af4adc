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
    seal: (purpose, text) => `sealed:${Buffer.from(`${purpose}\n${text}`).toString("base64url")}`,
    unseal: (purpose, sealed) => {
      const [label, ...text] = Buffer.from(sealed.replace(/^sealed:/, ""), "base64url")
        .toString()
        .split("\n");
      return label === purpose && sealed.startsWith("sealed:") ? text.join("\n") : null;
    },
    jwtKey: new TextEncoder().encode(fixedKey),
  };
};
