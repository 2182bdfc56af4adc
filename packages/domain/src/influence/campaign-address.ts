import { z } from "zod";
import { idSchema, slugify } from "../kernel/text";

/** A page's address: small letters, digits and single dashes. */
export const slugSchema = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const changeSlugInput = z.strictObject({ id: idSchema, slug: slugSchema });
export type ChangeSlugInput = z.infer<typeof changeSlugInput>;

/** The private preview link, without an account; null while there is none. */
export const previewLinkSchema = z.object({ url: z.string().nullable() });
export const setPreviewLinkInput = z.strictObject({ id: idSchema, shared: z.boolean() });
export type SetPreviewLinkInput = z.infer<typeof setPreviewLinkInput>;

/** Where a cover comes from: a finished upload of purpose `cover`, or a picture on the web, fetched once. */
export const takeCoverInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("UPLOAD"), uploadKey: z.string().regex(/^uploads\/[0-9a-f-]{36}$/) }),
  z.strictObject({ kind: z.literal("ADDRESS"), url: z.url({ protocol: /^https$/ }).max(2_000) }),
]);
export type TakeCoverInput = z.infer<typeof takeCoverInput>;
export const coverSchema = z.object({ coverPhoto: z.string() });

/** Slugs to try in order: the title's, then with 2, 3 …; `campaign` when a title has no letter of ours. */
export const slugCandidate = (title: string, attempt: number): string => {
  const base = slugify(title) || "campaign";
  return attempt === 1 ? base : `${base.slice(0, 74)}-${attempt}`;
};
