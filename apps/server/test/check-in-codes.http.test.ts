import { addSignup, getMySignup } from "@cml/services/map";
import { actorOf, aShift, aStranger, aUser, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import superjson from "superjson";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
let database: TestDb;
let app: FastifyInstance;
let shiftId: string;
let otherShiftId: string;
let code: string;
let cookies: Record<"captain" | "guest", string>;

beforeAll(async () => {
  database = await createTestDb();
  const { db } = database;
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  await db.prisma.siteSettings.upsert({
    where: { id: "default" },
    update: { timeZone: "UTC" },
    create: { id: "default", timeZone: "UTC" },
  });
  const deps = testDeps({ db, clock: fakeClock(now.toISOString()) });
  app = await buildApp(deps, { web: fixture.web, rateLimitFactor: 1_000_000 });
  const [captain, guest, admin] = [await aUser(db), await aUser(db), actorOf(await aUser(db, { role: "MAP_ADMIN" }))];
  const times = { date: day, startTime: "00:00", endTime: "23:59" };
  shiftId = (await aShift(db, { ...times, captainUserId: captain.id })).id;
  otherShiftId = (await aShift(db, { ...times, title: "Phones", captainUserId: guest.id })).id;
  const signup = await addSignup(deps, admin, { shiftId, userId: null, name: "Ana", email: null, phone: "604 555-0101" });
  const token = deps.secrets.keyedHash("shift-signup-link", signup.id);
  code = (await getMySignup(deps, aStranger(), { token })).checkInCode ?? "";
  cookies = { captain: await signIn(app, captain), guest: await signIn(app, guest) };
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

type Asked = { who: keyof typeof cookies | null; code: string; shiftId?: string };
const ask = async ({ who, ...given }: Asked): Promise<string> => {
  const answer = await app.inject({
    method: "POST",
    url: "/trpc/canvass/map.shiftDay.checkInByCode",
    headers: { "content-type": "application/json", ...(who === null ? {} : { cookie: cookies[who] }) },
    payload: JSON.stringify(superjson.serialize({ shiftId, ...given })),
  });
  const told = answer.body;
  return `${answer.statusCode} ${/"messageKey":"([^"]*)"/.exec(told)?.[1] ?? /"state":"([^"]*)"/.exec(told)?.[1] ?? told}`;
};

it("takes a code from the captain of that shift, and from nobody else", async () => {
  expect(await ask({ who: null, code })).toBe("401 auth.signInFirst");
  expect(await ask({ who: "guest", code })).toBe("403 map.shiftDay.notCaptain");
  // A captain elsewhere today learns only that it is for another shift.
  expect(await ask({ who: "guest", code, shiftId: otherShiftId })).toBe("409 map.shiftDay.otherShift");
  expect(await ask({ who: "captain", code })).toBe("200 HERE");
});

it("tells a forged one from none, and lets nobody try for long", async () => {
  expect(await ask({ who: "captain", code: "../../etc/passwd" })).toBe("400 map.shiftDay.noCode");
  const tries = [];
  for (let tried = 0; tried < 60; tried += 1) tries.push(await ask({ who: "captain", code: "ABCD-EFGH" }));
  expect(new Set(tries.slice(0, 50))).toEqual(new Set(["400 map.shiftDay.forged"]));
  expect(tries.at(-1)).toBe("429 rateLimited");
});
