import { z } from "zod";
import { idSchema } from "../kernel/text";
import { localeSchema } from "../kernel/locale";
import { permissionsSchema } from "./permissions";
import { userRoleSchema } from "./user-role";

export const userStatuses = ["ACTIVE", "INACTIVE", "SUSPENDED", "EXPIRED"] as const;
export type UserStatus = (typeof userStatuses)[number];

export const userCreatedVias = ["ADMIN", "PUBLIC_SHIFT_SIGNUP", "STANDARD"] as const;
export type UserCreatedVia = (typeof userCreatedVias)[number];

/** An account as other people of the organisation may see it: never the password hash. */
export const userSchema = z.object({
  id: idSchema,
  email: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  role: userRoleSchema,
  status: z.enum(userStatuses),
  permissions: permissionsSchema,
  locale: localeSchema.nullable(),
  createdVia: z.enum(userCreatedVias),
  expiresAt: z.date().nullable(),
  lastLoginAt: z.date().nullable(),
  emailVerified: z.boolean(),
  /** The account works, but the apps ask for a new password first. */
  mustChangePassword: z.boolean(),
  createdAt: z.date(),
});
export type User = z.infer<typeof userSchema>;

/** EXPIRED by status, or a date that has passed before the nightly job wrote the status. */
export const isExpired = (user: Pick<User, "status" | "expiresAt">, now: Date): boolean =>
  user.status === "EXPIRED" || (user.expiresAt !== null && user.expiresAt.getTime() <= now.getTime());
