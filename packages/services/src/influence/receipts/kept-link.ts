import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getPublicLink } from "../../settings/site-settings/get-public-url";

const purpose = "kept-link";

/**
 * The page with what is kept about an address, for mails to people who may hold no receipt. The address is sealed in the link
 * itself: nothing more is kept for it, it works as long as something is, and only that mailbox has it.
 */
export const keptLinkOf = (deps: Deps, email: string, locale: Locale): Promise<string> =>
  getPublicLink(deps, locale, `/kept/${Buffer.from(deps.secrets.seal(purpose, email)).toString("base64url")}`);

/** The address a link was mailed to; null for every token that is none of these. */
export const emailOfKeptLink = (deps: Pick<Deps, "secrets">, token: string): string | null =>
  deps.secrets.unseal(purpose, Buffer.from(token, "base64url").toString());
