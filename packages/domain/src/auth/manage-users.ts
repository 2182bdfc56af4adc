import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { emailSchema, idSchema } from "../kernel/text";
import { personNameSchema, phoneSchema } from "./account";
import { newPasswordSchema } from "./password";
import { cutLimitOf, grantedPermissions, type Holder, permissionsSchema } from "./permissions";
import { type User, userSchema, userStatuses } from "./user";
import { userRoleSchema, userRoles } from "./user-role";

// What administrators do with other people's accounts.

export const userSorts = ["name", "createdAt", "lastLoginAt"] as const;

export const listUsersInput = pageInput.extend({
  search: z.string().trim().max(120).default(""),
  role: userRoleSchema.optional(),
  status: z.enum(userStatuses).optional(),
  sort: z.enum(userSorts).default("name"),
});
export type ListUsersInput = z.infer<typeof listUsersInput>;
export const userPageSchema = pageOf(userSchema);

export const userIdInput = z.object({ id: idSchema });

/** Without a password the person gets a mail with a link to choose one. */
export const createUserInput = z.object({
  email: emailSchema,
  name: personNameSchema,
  phone: phoneSchema.nullable().default(null),
  role: userRoleSchema,
  permissions: permissionsSchema.prefault({}),
  locale: localeSchema.nullable().default(null),
  expiresAt: z.date().nullable().default(null),
  password: newPasswordSchema.optional(),
});
export type CreateUserInput = z.infer<typeof createUserInput>;

/** Fields left out stay as they are. */
export const updateUserInput = z.object({
  id: idSchema,
  email: emailSchema.optional(),
  name: personNameSchema.optional(),
  phone: phoneSchema.nullable().optional(),
  role: userRoleSchema.optional(),
  status: z.enum(userStatuses).optional(),
  permissions: permissionsSchema.optional(),
  locale: localeSchema.nullable().optional(),
  expiresAt: z.date().nullable().optional(),
});
export type UpdateUserInput = z.infer<typeof updateUserInput>;

const limitWithin = (inner: readonly string[] | null, outer: readonly string[] | null): boolean =>
  outer === null || (inner !== null && inner.every((id) => outer.includes(id)));

/**
 * Nobody manages or makes an account that may do more than their own: every permission of the account, and its
 * limit to cuts, must lie within the manager's. Only a SUPER_ADMIN touches another.
 */
export const mayManage = (manager: Holder, account: Holder): boolean => {
  if (manager.role === "SUPER_ADMIN") return true;
  if (account.role === "SUPER_ADMIN") return false;
  const own = new Set(grantedPermissions(manager));
  return grantedPermissions(account).every((permission) => own.has(permission)) && limitWithin(cutLimitOf(account), cutLimitOf(manager));
};

/** The roles a screen may offer to this manager. */
export const grantableRoles = (manager: Holder) =>
  userRoles.filter((role) => mayManage(manager, { role, permissions: { areas: {}, cutIds: cutLimitOf(manager) } }));

/** An administrator who can act: what an organisation must never be without. */
export const isActiveSuperAdmin = (user: Pick<User, "role" | "status" | "expiresAt">, now: Date): boolean =>
  user.role === "SUPER_ADMIN" && user.status === "ACTIVE" && (user.expiresAt === null || user.expiresAt > now);

/** Worker tokens: machines that work through media jobs. */
export const workerTokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});
export type WorkerToken = z.infer<typeof workerTokenSchema>;
export const createWorkerTokenInput = z.object({
  name: z
    .string()
    .min(2)
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
});
/** `token` is shown this once. */
export const newWorkerTokenSchema = workerTokenSchema.extend({ token: z.string() });
