import { z } from "zod";

/** bcrypt reads 72 bytes and silently ignores the rest, so a longer password is refused instead. */
export const maxPasswordBytes = 72;
export const minPasswordLength = 12;

/** The wishes a screen shows as a checklist while somebody types; the order is the order shown. */
export const passwordRules = ["length", "upper", "lower", "digit", "notTooLong"] as const;
export type PasswordRule = (typeof passwordRules)[number];

/** The same letters typed on two keyboards (é as one character or as two) are the same password. */
export const normalizePassword = (password: string): string => password.normalize("NFC");

const holds: Record<PasswordRule, (password: string) => boolean> = {
  length: (password) => [...password].length >= minPasswordLength,
  upper: (password) => /\p{Lu}/u.test(password),
  lower: (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
  notTooLong: (password) => new TextEncoder().encode(password).length <= maxPasswordBytes,
};

/** Each rule with whether `password` keeps it. */
export const checkPassword = (password: string): { rule: PasswordRule; kept: boolean }[] => {
  const normalized = normalizePassword(password);
  return passwordRules.map((rule) => ({ rule, kept: holds[rule](normalized) }));
};

export const isGoodPassword = (password: string): boolean => checkPassword(password).every(({ kept }) => kept);

/** A password somebody chooses: 12 characters to 72 bytes with an upper-case letter, a lower-case letter and a digit. */
export const newPasswordSchema = z.string().max(200).refine(isGoodPassword, { message: "password" });

/** A password somebody claims to have: only its size is checked, so that older rules never lock anybody out. */
export const claimedPasswordSchema = z.string().min(1).max(200);
