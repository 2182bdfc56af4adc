import { z } from "zod";
import type { UserRole } from "./user-role";

/** The seven areas, as named everywhere in the code. */
export const areas = ["auth", "influence", "map", "canvass", "content", "media", "settings"] as const;
export type Area = (typeof areas)[number];

/** `User.permissions`: what one account may do beyond its role, per area; the map may be limited to named cuts. */
export const permissionsSchema = z.object({
  areas: z.partialRecord(z.enum(areas), z.enum(["view", "edit"])).default({}),
  cutIds: z.array(z.uuid()).nullable().default(null),
});
export type Permissions = z.infer<typeof permissionsSchema>;
export const noPermissions: Permissions = { areas: {}, cutIds: null };

/** Every permission a procedure or a screen may ask for: `<noun>.<verb>`. */
export const permissions = [
  "user.view", "user.edit",
  "campaign.view", "campaign.edit", "campaign.publish", "letter.view", "letter.edit", "representative.view", "representative.edit", "response.moderate",
  "location.view", "location.edit", "location.import", "resident.view", "cut.view", "cut.edit", "shift.view", "shift.edit",
  "canvass.walk", "visit.view",
  "template.view", "template.edit", "page.view", "page.edit",
  "video.view", "video.edit",
  "settings.view", "settings.edit",
] as const; // prettier-ignore
export type Permission = (typeof permissions)[number];

const areaOf: Record<Permission, { area: Area; level: "view" | "edit" }> = {
  "user.view": { area: "auth", level: "view" },
  "user.edit": { area: "auth", level: "edit" },
  "campaign.view": { area: "influence", level: "view" },
  "campaign.edit": { area: "influence", level: "edit" },
  "campaign.publish": { area: "influence", level: "edit" },
  "letter.view": { area: "influence", level: "view" },
  "letter.edit": { area: "influence", level: "edit" },
  "representative.view": { area: "influence", level: "view" },
  "representative.edit": { area: "influence", level: "edit" },
  "response.moderate": { area: "influence", level: "edit" },
  "location.view": { area: "map", level: "view" },
  "location.edit": { area: "map", level: "edit" },
  "location.import": { area: "map", level: "edit" },
  // Names, contacts and notes: an account that may only look at the map sees buildings without their people.
  "resident.view": { area: "map", level: "edit" },
  "cut.view": { area: "map", level: "view" },
  "cut.edit": { area: "map", level: "edit" },
  "shift.view": { area: "map", level: "view" },
  "shift.edit": { area: "map", level: "edit" },
  "canvass.walk": { area: "canvass", level: "edit" },
  "visit.view": { area: "canvass", level: "view" },
  "template.view": { area: "content", level: "view" },
  "template.edit": { area: "content", level: "edit" },
  "page.view": { area: "content", level: "view" },
  "page.edit": { area: "content", level: "edit" },
  "video.view": { area: "media", level: "view" },
  "video.edit": { area: "media", level: "edit" },
  "settings.view": { area: "settings", level: "view" },
  "settings.edit": { area: "settings", level: "edit" },
};

const inAreas = (...wanted: Area[]): Permission[] => permissions.filter((permission) => wanted.includes(areaOf[permission].area));

/** The one table of who may do what; procedures and the apps' guards read it. */
export const rolePermissions: Record<UserRole, readonly Permission[]> = {
  SUPER_ADMIN: permissions,
  INFLUENCE_ADMIN: [...inAreas("influence", "content"), "canvass.walk"],
  MAP_ADMIN: [...inAreas("map", "canvass"), "user.view"],
  USER: ["canvass.walk"],
  TEMP: ["canvass.walk"],
};

export type Holder = { role: UserRole; permissions: Permissions };

/** Whether a role, or the account's own permissions (edit includes view), grants `permission`. TEMP never exceeds its role. */
export const hasPermission = ({ role, permissions: own }: Holder, permission: Permission): boolean => {
  if (rolePermissions[role].includes(permission)) return true;
  if (role === "TEMP") return false;
  const { area, level } = areaOf[permission];
  const granted = own.areas[area];
  return granted === "edit" || granted === level;
};

/** The cuts an account is limited to; null is no limit. A SUPER_ADMIN is never limited. */
export const cutLimitOf = ({ role, permissions: own }: Holder): string[] | null => (role === "SUPER_ADMIN" ? null : own.cutIds);

/** Whether an account's limit leaves room for this cut. It grants nothing by itself: ask hasPermission, and for TEMP the shift. */
export const mayUseCut = (holder: Holder, cutId: string): boolean => cutLimitOf(holder)?.includes(cutId) ?? true;

/** All permissions of an account, for the apps' navigation. */
export const grantedPermissions = (holder: Holder): Permission[] => permissions.filter((permission) => hasPermission(holder, permission));
