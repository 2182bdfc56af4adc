import { hasPermission, noPermissions, type Permissions, type UserRole, userRoles } from "@cml/domain/auth";
import type { Actor } from "@cml/domain/kernel";
import { actorOf, aStranger, aUser, aWorker, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callerFor, type Told } from "./caller";
import { proceduresOf } from "./procedure-list";
import type { Access } from "./trpc/meta";
import { adminRouter, canvassRouter, mediaRouter, publicRouter } from ".";

// Every procedure of every surface is called with nothing, as everybody: who may call is asked before what was sent, so
// the answer tells which of the two was the trouble. New procedures are called without a change here.
const surfaces = { admin: adminRouter, public: publicRouter, canvass: canvassRouter, media: mediaRouter };

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const someone = async (role: UserRole, permissions: Permissions = noPermissions): Promise<Actor> =>
  actorOf(await aUser(database.db, { role, permissions }));
const granted = (areas: Permissions["areas"]): Permissions => ({ areas, cutIds: null });

const callers: [string, () => Promise<Actor> | Actor][] = [
  ["a stranger", () => aStranger()],
  [
    "somebody suspended a moment ago",
    () => aStranger({ lapsed: { userId: crypto.randomUUID(), role: "SUPER_ADMIN", lapse: "SUSPENDED", expiresAt: null } }),
  ],
  ["a worker", () => aWorker()],
  ...userRoles.map((role): [string, () => Promise<Actor>] => [role, () => someone(role)]),
  ["USER who may look at campaigns", () => someone("USER", granted({ influence: "view" }))],
  ["USER who may change settings", () => someone("USER", granted({ settings: "edit" }))],
  ["TEMP with permissions nobody should have given", () => someone("TEMP", granted({ influence: "edit", settings: "edit", auth: "edit" }))],
];

/** Why the door stays shut for `actor`; null when it opens. */
const refusal = (access: Access | null, actor: Actor): { code: string; messageKey: RegExp } | null => {
  if (access === null || access.kind === "public") return null;
  if (access.kind === "worker") return actor.kind === "worker" ? null : { code: "UNAUTHORIZED", messageKey: /^auth\.workerToken$/ };
  // What was written down before an account lapsed may still be brought; the service decides about each item.
  if (access.kind === "upload" && actor.kind === "anonymous" && actor.lapsed !== undefined) return null;
  if (actor.kind !== "user") return { code: "UNAUTHORIZED", messageKey: /^auth\.(signInFirst|lapsed\.SUSPENDED)$/ };
  if (access.kind === "permission" && !hasPermission(actor, access.permission))
    return { code: "FORBIDDEN", messageKey: /^auth\.notAllowed$/ };
  return null;
};

// Inside an open door a service may still refuse, but not in the door's own words.
const broken = new Set(["UNAUTHORIZED", "INTERNAL_SERVER_ERROR"]);

describe.each(Object.entries(surfaces))("the %s surface", (_name, router) => {
  it.each(callers)("opens to %s exactly the doors that are theirs", async (_caller, make) => {
    const actor = await make();
    const deps = testDeps({ db: database.db });
    const call = callerFor(router, { deps, actor });
    const wrong: string[] = [];
    for (const { path, access } of proceduresOf(router)) {
      const told = await call(path);
      const expected = refusal(access, actor);
      if (!fits(told, expected)) wrong.push(`${path}: ${told.ok ? "answered" : `${told.code} ${told.data.messageKey}`}`);
    }
    expect(wrong).toEqual([]);
  });
});

const fits = (told: Told, expected: ReturnType<typeof refusal>): boolean => {
  if (expected !== null) return !told.ok && told.code === expected.code && expected.messageKey.test(told.data.messageKey);
  return told.ok || !(broken.has(told.code) || (told.code === "FORBIDDEN" && told.data.messageKey === "auth.notAllowed"));
};
