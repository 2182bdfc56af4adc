import { findSessionWithUser } from "@cml/db/auth";
import { aUser, createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSession, startSession } from "./sessions";
import { hashToken } from "./token";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const start = new Date("2026-05-01T10:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const at = (afterMs = 0) => ({ db: database.db, now: new Date(start.getTime() + afterMs) });

const signedIn = async (remember: boolean) => {
  const user = await aUser(database.db);
  return { user, ...(await startSession(at(), { userId: user.id, remember, deviceLabel: "Firefox on Android" })) };
};
const readUser = async (token: string, afterMs = 0) => (await readSession(at(afterMs), token))?.user.id ?? null;

it("opens by the cookie's token, of which the table holds only the SHA-256", async () => {
  const { user, token, sessionId } = await signedIn(true);
  expect(await readSession(at(), token)).toMatchObject({ sessionId, user: { id: user.id } });
  expect(sessionId).toBe(hashToken(token));
  expect(await readUser(sessionId)).toBeNull();
});

it("ends a session that is not remembered after twelve hours, even while it is used", async () => {
  const { user, token, expiresAt } = await signedIn(false);
  expect(expiresAt).toEqual(at(12 * hour).now);
  expect(await readUser(token, 11 * hour)).toBe(user.id);
  expect(await readUser(token, 12 * hour + 1000)).toBeNull();
});

it("keeps a remembered session while it comes back within thirty days", async () => {
  const { user, token } = await signedIn(true);
  for (const days of [14, 29, 50, 79]) expect(await readUser(token, days * day)).toBe(user.id);
  expect(await readUser(token, 110 * day)).toBeNull();
});

it("forgets the row of a session that ran out", async () => {
  const { token, sessionId } = await signedIn(false);
  expect(await readUser(token, 13 * hour)).toBeNull();
  expect(await findSessionWithUser(database.db, sessionId)).toBeNull();
});

it("cannot be made a remembered one by changing the cookie", async () => {
  const { token } = await signedIn(false);
  expect(await readUser(token.replace(/^s/, "r"))).toBeNull();
});

it("notes now and then when a session was last seen", async () => {
  const { token, sessionId } = await signedIn(true);
  await readUser(token, 60_000);
  expect((await findSessionWithUser(database.db, sessionId))?.session.lastSeenAt).toEqual(start);
  await readUser(token, hour);
  expect((await findSessionWithUser(database.db, sessionId))?.session.lastSeenAt).toEqual(at(hour).now);
});

it.each(["", "r", "s".repeat(44), "r' OR '1'='1", "r".repeat(10_000), "\u0000"])("is not opened by %j", async (token) => {
  expect(await readUser(token)).toBeNull();
});
