import { solveChallenge } from "altcha-lib/v1";
import { expect, it } from "vitest";
import { newChallenge, solvedChallenge } from "./proof-of-work";

const key = "a key of a test";
const now = new Date("2026-11-02T12:00:00Z");

const solve = async (given: object = {}): Promise<string> => {
  const challenge = await newChallenge(key, now);
  const solution = await solveChallenge(challenge.challenge, challenge.salt, challenge.algorithm, challenge.maxnumber).promise;
  const { algorithm, salt, signature } = challenge;
  return pack({ algorithm, challenge: challenge.challenge, number: solution?.number, salt, signature, ...given });
};
const pack = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

it("takes what solves a challenge of ours, and names it", async () => {
  const proof = await solve();
  expect(await solvedChallenge(proof, { key, now })).toMatch(/^[0-9a-f]{64}$/);
  expect(await solvedChallenge(proof, { key: "another key", now })).toBeNull();
  expect(await newChallenge(key, now)).not.toEqual(await newChallenge(key, now));
});

it("refuses one that came too late", async () => {
  const proof = await solve();
  expect(await solvedChallenge(proof, { key, now: new Date(now.getTime() + 21 * 60_000) })).toBeNull();
});

it.each([
  ["a wrong number", async () => solve({ number: -1 })],
  ["a weaker algorithm", async () => solve({ algorithm: "SHA-1" })],
  ["another salt", async () => solve({ salt: "0?expires=9999999999" })],
  ["no JSON", async () => "not base64 at all"],
  ["a list", async () => pack([])],
  ["null", async () => pack(null)],
  ["objects for texts", async () => pack({ algorithm: "SHA-256", signature: {}, salt: {}, number: {} })],
  ["a signature alone", async () => pack({ algorithm: "SHA-256", signature: "0".repeat(64) })],
  ["nothing", async () => ""],
])("refuses %s", async (_what, make) => expect(await solvedChallenge(await make(), { key, now })).toBeNull());
