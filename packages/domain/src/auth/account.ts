import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { emailSchema, idSchema, lineSchema } from "../kernel/text";
import { linkTokenSchema } from "./one-time-token";
import { claimedPasswordSchema, newPasswordSchema } from "./password";
import { permissions, permissionsSchema } from "./permissions";
import { userRoleSchema } from "./user-role";

// What a person does with the own account, and what the screens are told about it.

export const personNameSchema = lineSchema(120);
export const phoneSchema = lineSchema(40).regex(/^\+?[\d ().x-]{3,}$/i);

export const signInInput = z.object({
  email: emailSchema,
  password: claimedPasswordSchema,
  remember: z.boolean().default(false),
});
export type SignInInput = z.infer<typeof signInInput>;

/** For programs: an e-mail and a password for a pair of tokens; the label names the program in the list of sessions. */
export const issueTokensInput = z.object({
  email: emailSchema,
  password: claimedPasswordSchema,
  label: lineSchema(80).optional(),
});
export type IssueTokensInput = z.infer<typeof issueTokensInput>;

export const refreshTokensInput = z.object({ refreshToken: linkTokenSchema });

export const signUpInput = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  phone: phoneSchema.optional(),
});
export type SignUpInput = z.infer<typeof signUpInput>;

/** The mail shows whose the address is; the password, that it was the same person who asked for the account. */
export const verifyEmailInput = z.object({ token: linkTokenSchema, password: claimedPasswordSchema });
export type VerifyEmailInput = z.infer<typeof verifyEmailInput>;

export const requestPasswordResetInput = z.object({ email: emailSchema });

export const resetPasswordInput = z.object({ token: linkTokenSchema, password: newPasswordSchema });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

export const changePasswordInput = z.object({ currentPassword: claimedPasswordSchema, newPassword: newPasswordSchema });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const updateProfileInput = z.object({
  name: personNameSchema.optional(),
  phone: phoneSchema.nullable().optional(),
  locale: localeSchema.nullable().optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;

/** The signed-in person; `granted` is what navigation and guards go by. */
export const meSchema = z.object({
  id: idSchema,
  email: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  role: userRoleSchema,
  permissions: permissionsSchema,
  granted: z.array(z.enum(permissions)),
  locale: localeSchema.nullable(),
  expiresAt: z.date().nullable(),
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;
