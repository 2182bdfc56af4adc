import type { Locale } from "@cml/domain/kernel";

/** French pages live under `/fr`; every other address is in the site's own language. */
export const localeOfPath = (pathname: string): Locale | null => {
  const first = pathname.split("/")[1];
  return first === "fr" || first === "en" ? first : null;
};

// The pages of mailed links and receipts; a page that holds a token may say `no-store` itself as well (apps/public).
const secretFolders = /^\/(?:fr\/|en\/)?(?:confirm|receipt|verify|reset|preview|ended|office|replies\/confirm|shifts\/(?:mine|feed))\/./;

/** Addresses that are a key in themselves (mailed links, receipts, private previews): told to nobody as a referrer, kept in no cache. */
export const isSecretAddress = (url: string): boolean => {
  const [pathname = "", search = ""] = url.split("?");
  const asked = new URLSearchParams(search);
  // A form filled in from a receipt carries its token.
  return secretFolders.test(pathname) || asked.has("token") || asked.has("letter");
};

/** Doors for programs: what they do not know is no page. */
export const isMachineDoor = (url: string): boolean => /^\/(trpc|tiles|uploads|files|mailbox)(\/|\?|$)/.test(url);
