import { expect, it } from "vitest";
import { judgeRefreshToken, type RefreshTokenFacts, type RefreshVerdict } from "./session";

const now = new Date("2026-05-01T10:00:00Z");
const later = new Date("2026-05-02T10:00:00Z");
const earlier = new Date("2026-04-30T10:00:00Z");
const unused = { usedAt: null };
const used = { usedAt: earlier };

const aToken = (given: Partial<RefreshTokenFacts> = {}): RefreshTokenFacts => ({
  usedAt: null,
  expiresAt: later,
  revokedAt: null,
  siblings: [],
  successors: [],
  ...given,
});

it.each<[string, RefreshTokenFacts, RefreshVerdict]>([
  ["a fresh token", aToken(), "rotate"],
  ["a rotated token whose answer was lost", aToken({ usedAt: earlier, successors: [unused] }), "rotate"],
  ["a rotated token with two unused successors", aToken({ usedAt: earlier, successors: [unused, unused] }), "rotate"],
  ["a rotated token whose successor was used", aToken({ usedAt: earlier, successors: [unused, used] }), "reused"],
  ["one of two parallel successors before either is used", aToken({ siblings: [unused] }), "rotate"],
  ["one of two parallel successors after the other was used", aToken({ siblings: [used] }), "reused"],
  ["the used one of two parallel successors, answer lost", aToken({ usedAt: earlier, siblings: [unused], successors: [unused] }), "rotate"],
  ["an old token", aToken({ expiresAt: now }), "expired"],
  ["an old token that was re-used", aToken({ expiresAt: earlier, successors: [used] }), "reused"],
  ["a token of a revoked family", aToken({ revokedAt: earlier }), "revoked"],
])("judges %s", (_name, token, verdict) => {
  expect(judgeRefreshToken(token, now)).toBe(verdict);
});
