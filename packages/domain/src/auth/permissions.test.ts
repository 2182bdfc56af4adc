import { expect, it } from "vitest";
import { grantableRoles, isActiveSuperAdmin, mayManage } from "./manage-users";
import { grantedPermissions, hasPermission, type Holder, mayUseCut, noPermissions, permissions, permissionsSchema } from "./permissions";
import { type UserRole, userRoles } from "./user-role";

const holder = (role: UserRole, own: Partial<Holder["permissions"]> = {}): Holder => ({ role, permissions: { ...noPermissions, ...own } });
const cutA = "0198c5a0-0000-7000-8000-00000000000a";
const cutB = "0198c5a0-0000-7000-8000-00000000000b";

it("grants a SUPER_ADMIN everything, and volunteers nothing but the walk", () => {
  expect(grantedPermissions(holder("SUPER_ADMIN"))).toEqual([...permissions]);
  expect(grantedPermissions(holder("USER"))).toEqual(["canvass.walk"]);
  expect(grantedPermissions(holder("TEMP"))).toEqual(["canvass.walk"]);
});

it.each<[UserRole, string, boolean]>([
  ["INFLUENCE_ADMIN", "campaign.publish", true],
  ["INFLUENCE_ADMIN", "response.moderate", true],
  ["INFLUENCE_ADMIN", "page.edit", true],
  ["INFLUENCE_ADMIN", "location.view", false],
  ["INFLUENCE_ADMIN", "user.view", false],
  ["MAP_ADMIN", "location.import", true],
  ["MAP_ADMIN", "visit.view", true],
  ["MAP_ADMIN", "user.view", true],
  ["MAP_ADMIN", "user.edit", false],
  ["MAP_ADMIN", "letter.view", false],
  ["MAP_ADMIN", "settings.edit", false],
])("%s: %s is %s", (role, permission, expected) => {
  expect(grantedPermissions(holder(role)).some((granted) => granted === permission)).toBe(expected);
});

it("adds an account's own areas to its role, edit including view, but never for TEMP", () => {
  const helper = holder("USER", { areas: { influence: "view", content: "edit" } });
  expect(hasPermission(helper, "campaign.view")).toBe(true);
  expect(hasPermission(helper, "campaign.edit")).toBe(false);
  expect(hasPermission(helper, "page.view")).toBe(true);
  expect(hasPermission(helper, "page.edit")).toBe(true);
  expect(hasPermission(holder("TEMP", { areas: { influence: "edit" } }), "campaign.view")).toBe(false);
});

it("limits an account to its named cuts, a SUPER_ADMIN never", () => {
  expect(mayUseCut(holder("MAP_ADMIN"), cutA)).toBe(true);
  expect(mayUseCut(holder("MAP_ADMIN", { cutIds: [cutA] }), cutA)).toBe(true);
  expect(mayUseCut(holder("MAP_ADMIN", { cutIds: [cutA] }), cutB)).toBe(false);
  expect(mayUseCut(holder("MAP_ADMIN", { cutIds: [] }), cutA)).toBe(false);
  expect(mayUseCut(holder("SUPER_ADMIN", { cutIds: [] }), cutA)).toBe(true);
});

it("reads the empty JSON of a fresh account, and refuses areas and levels nobody knows", () => {
  expect(permissionsSchema.parse({})).toEqual(noPermissions);
  expect(permissionsSchema.safeParse({ areas: { everything: "edit" } }).success).toBe(false);
  expect(permissionsSchema.safeParse({ areas: { map: "own" } }).success).toBe(false);
});

const userManager = holder("MAP_ADMIN", { areas: { auth: "edit" } });

it.each<[string, Holder, Holder, boolean]>([
  ["a SUPER_ADMIN another one", holder("SUPER_ADMIN"), holder("SUPER_ADMIN"), true],
  ["a MAP_ADMIN with user.edit a volunteer", userManager, holder("USER"), true],
  ["a MAP_ADMIN with user.edit another MAP_ADMIN", userManager, holder("MAP_ADMIN"), true],
  ["a MAP_ADMIN with user.edit an INFLUENCE_ADMIN", userManager, holder("INFLUENCE_ADMIN"), false],
  ["a MAP_ADMIN with user.edit a SUPER_ADMIN", userManager, holder("SUPER_ADMIN"), false],
  ["a MAP_ADMIN with user.edit a volunteer who may edit settings", userManager, holder("USER", { areas: { settings: "edit" } }), false],
  [
    "one limited to a cut an unlimited volunteer",
    { ...userManager, permissions: { ...userManager.permissions, cutIds: [cutA] } },
    holder("USER"),
    false,
  ],
  [
    "one limited to a cut a volunteer of that cut",
    { ...userManager, permissions: { ...userManager.permissions, cutIds: [cutA] } },
    holder("USER", { cutIds: [cutA] }),
    true,
  ],
])("who may manage whom: %s", (_name, manager, account, expected) => {
  expect(mayManage(manager, account)).toBe(expected);
});

it("offers only roles within the manager's own", () => {
  expect(grantableRoles(holder("SUPER_ADMIN"))).toEqual([...userRoles]);
  expect(grantableRoles(userManager)).toEqual(["MAP_ADMIN", "USER", "TEMP"]);
});

it("counts as a working administrator only who can act now", () => {
  const now = new Date("2026-05-01T10:00:00Z");
  expect(isActiveSuperAdmin({ role: "SUPER_ADMIN", status: "ACTIVE", expiresAt: null }, now)).toBe(true);
  expect(isActiveSuperAdmin({ role: "SUPER_ADMIN", status: "ACTIVE", expiresAt: now }, now)).toBe(false);
  expect(isActiveSuperAdmin({ role: "SUPER_ADMIN", status: "SUSPENDED", expiresAt: null }, now)).toBe(false);
});
