import { z } from "zod";

// Control characters other than tab and line breaks; in single-line text line breaks too, so that no header can be injected.
const multiLineControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/;
const singleLineControl = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** One line a person typed: trimmed, no control characters or line breaks (safe in a mail header). */
export const lineSchema = (max: number, min = 1) =>
  z
    .string()
    .max(max)
    .refine((text) => !singleLineControl.test(text), { message: "singleLine" })
    .trim()
    .min(min);

/** Several lines a person typed: no control characters but tab and line breaks, `\r\n` folded to `\n`. */
export const paragraphsSchema = (max: number, min = 0) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .refine((text) => !multiLineControl.test(text), { message: "control" })
    .refine((text) => text.trim().length >= min, { message: "tooShort" });

/** An e-mail address, stored lower-cased. */
export const emailSchema = lineSchema(254)
  .pipe(z.email())
  .transform((text) => text.toLowerCase());

export const idSchema = z.uuid();

/** `Rouler à vélo!` → `rouler-a-velo`: lower case, accents folded, at most 80 characters; empty when nothing is left. */
export const slugify = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
