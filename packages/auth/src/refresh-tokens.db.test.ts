import { aUser, createTestDb, type TestDb } from "@cml/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findTokenFamily, rotateRefreshToken, startTokenFamily } from "./refresh-tokens";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const start = new Date("2026-05-01T10:00:00Z");
const day = 86_400_000;
const at = (afterMs = 0) => ({ db: database.db, now: new Date(start.getTime() + afterMs) });

const signedIn = async () => {
  const user = await aUser(database.db);
  const { token, familyId } = await startTokenFamily(at(), { userId: user.id, deviceLabel: "test" }, newId);
  return { user, token, familyId };
};

/** The successor's token, or the reason for refusing. */
const rotate = async (token: string, afterMs = 0): Promise<string> => {
  const rotation = await rotateRefreshToken(at(afterMs), token, newId);
  return rotation.verdict === "rotate" ? rotation.token : rotation.verdict;
};
const isToken = (text: string) => text.length === 43;

it("gives a successor of the same family and the account it belongs to", async () => {
  const { user, token, familyId } = await signedIn();
  const rotation = await rotateRefreshToken(at(), token, newId);
  expect(rotation).toMatchObject({ verdict: "rotate", familyId, user: { id: user.id } });
  expect(rotation.verdict === "rotate" && (await findTokenFamily(database.db, rotation.token))).toBe(familyId);
});

it("stores only hashes", async () => {
  const { token, user } = await signedIn();
  const next = await rotate(token);
  const rows = await database.db.prisma.refreshToken.findMany({ where: { userId: user.id } });
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.token).toMatch(/^[0-9a-f]{64}$/);
    expect([token, next]).not.toContain(row.token);
  }
});

it("takes a rotated token again while its successor was never used, because the answer may have been lost", async () => {
  const { token } = await signedIn();
  await rotate(token);
  const second = await rotate(token, 60_000);
  expect(isToken(second)).toBe(true);
  expect(isToken(await rotate(second, 120_000))).toBe(true);
});

it("revokes the whole family when a token comes back after its successor was used", async () => {
  const { token } = await signedIn();
  const second = await rotate(token);
  const third = await rotate(second);
  expect(await rotate(token)).toBe("reused");
  expect(await rotate(second)).toBe("revoked");
  expect(await rotate(third)).toBe("revoked");
});

it("lets two parallel exchanges both succeed, and only one of the two successors go on", async () => {
  const { token } = await signedIn();
  const [one, other] = await Promise.all([rotate(token), rotate(token)]);
  expect([isToken(one), isToken(other)]).toEqual([true, true]);
  const next = await rotate(one);
  expect(isToken(next)).toBe(true);
  // A thief who exchanged the same token is found out here.
  expect(await rotate(other)).toBe("reused");
  expect(await rotate(next)).toBe("revoked");
});

it("never lets both parallel successors go on, however the two of them race", async () => {
  const { token } = await signedIn();
  const [one, other] = await Promise.all([rotate(token), rotate(token)]);
  const verdicts = await Promise.all([rotate(one), rotate(other)]);
  expect(verdicts.filter(isToken)).toHaveLength(1);
  expect(verdicts).toContain("reused");
});

it("holds together under twenty exchanges of one token at once", async () => {
  const { token, familyId } = await signedIn();
  const successors = await Promise.all(Array.from({ length: 20 }, () => rotate(token)));
  expect(successors.every(isToken)).toBe(true);
  expect(new Set(successors).size).toBe(20);
  expect(await database.db.prisma.refreshToken.count({ where: { familyId, revokedAt: null } })).toBe(21);
});

it("ends after seven days without an exchange, and goes on with one", async () => {
  const { token } = await signedIn();
  const next = await rotate(token, 6 * day);
  expect(await rotate(token, 7 * day)).toBe("expired");
  expect(isToken(await rotate(next, 12 * day))).toBe(true);
});

it("knows nothing of a token nobody issued", async () => {
  expect(await rotate("x".repeat(43))).toBe("unknown");
  expect(await rotate("")).toBe("unknown");
});

it("leaves other families of the same account alone", async () => {
  const { user, token } = await signedIn();
  const other = await startTokenFamily(at(), { userId: user.id, deviceLabel: null }, newId);
  await rotate(await rotate(token));
  expect(await rotate(token)).toBe("reused");
  expect(isToken(await rotate(other.token))).toBe(true);
});
