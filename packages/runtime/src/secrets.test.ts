import { expect, it } from "vitest";
import { createSecrets } from "./secrets";

const clockAt = (time: string) => ({ now: () => new Date(time) });
const secret = "0123456789abcdef0123456789abcdef";

it("hashes the same value the same way, and differently for another purpose or another secret", () => {
  const secrets = createSecrets(secret, clockAt("2026-05-01T10:00:00Z"));
  expect(secrets.keyedHash("token", "a")).toBe(secrets.keyedHash("token", "a"));
  expect(secrets.keyedHash("token", "a")).toMatch(/^[0-9a-f]{64}$/);
  expect(secrets.keyedHash("token", "a")).not.toBe(secrets.keyedHash("suppression", "a"));
  expect(secrets.keyedHash("token", "a")).not.toBe(createSecrets(`${secret}x`, clockAt("2026-05-01T10:00:00Z")).keyedHash("token", "a"));
});

it("changes the hash of an address every day, the same in every process", () => {
  let now = "2026-05-01T23:59:59Z";
  const one = createSecrets(secret, { now: () => new Date(now) });
  const other = createSecrets(secret, { now: () => new Date(now) });
  const before = one.rotatingHash("ip", "203.0.113.7");
  expect(other.rotatingHash("ip", "203.0.113.7")).toBe(before);
  now = "2026-05-02T00:00:00Z";
  expect(one.rotatingHash("ip", "203.0.113.7")).not.toBe(before);
});

it("makes tokens of 256 bits that fit an address", () => {
  const { newToken } = createSecrets(secret, clockAt("2026-05-01T10:00:00Z"));
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});

it("seals a text so that only the same secret and purpose open it, and notices a changed byte", () => {
  const secrets = createSecrets(secret, clockAt("2026-05-01T10:00:00Z"));
  const sealed = secrets.seal("smtp", "pässword");
  expect(sealed).not.toContain("pässword");
  expect(secrets.seal("smtp", "pässword")).not.toBe(sealed);
  expect(secrets.unseal("smtp", sealed)).toBe("pässword");
  expect(secrets.unseal("other", sealed)).toBeNull();
  expect(createSecrets(`${secret}x`, clockAt("2026-05-01T10:00:00Z")).unseal("smtp", sealed)).toBeNull();
  const last = sealed.at(-2) === "A" ? "B" : "A";
  expect(secrets.unseal("smtp", `${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`)).toBeNull();
  expect(secrets.unseal("smtp", "pässword")).toBeNull();
});
