import { z } from "zod";

/** How a link in letters names its office: the row's id and a signature, in letters that survive every mail program. */
export const officeRefSchema = z.string().regex(/^[A-Za-z0-9_-]{22}\.[0-9a-f]{24}$/);

const hexOf = (id: string): string => id.replaceAll("-", "");

/** `sign` gives hex; the first 96 bits of it are kept, so that the line in a letter stays short. */
export const officeRefOf = (id: string, sign: (id: string) => string): string => {
  const bytes = (hexOf(id).match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
  return `${btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}.${sign(id).slice(0, 24)}`;
};

/** The id an office's link names; null where its signature is not ours. */
export const officeIdOf = (ref: string, sign: (id: string) => string): string | null => {
  const named = officeRefSchema.safeParse(ref);
  if (!named.success) return null;
  const bytes = [...atob(ref.slice(0, 22).replaceAll("-", "+").replaceAll("_", "/"))];
  const hex = bytes.map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  // Written back, so that two spellings of one id are not two links.
  return officeRefOf(id, sign) === ref ? id : null;
};

// Also as a mail gateway rewrites it: %2Foffice%2F within an address of its own.
const officeLink = /\S*(?:\/|%2F)office(?:\/|%2F)[A-Za-z0-9_-]{22}(?:\.|%2E)[0-9a-f]{24}\S*/gi;

/** A text without the links that offices get: an answer quotes the letter's end, and its reader is no office. */
export const withoutOfficeLinks = (text: string): string => text.replace(officeLink, "[…]");
