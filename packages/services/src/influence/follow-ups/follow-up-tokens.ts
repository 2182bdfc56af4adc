import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getPublicLink } from "../../settings/site-settings/get-public-url";

type Keyed = Pick<Deps, "secrets">;

/** The link in a person's mails can be worked out again from the question; at rest there is only its hash. */
export const followUpTokenOf = (deps: Keyed, followUpId: string): string => deps.secrets.keyedHash("follow-up-link", followUpId);
export const followUpHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("follow-up", token);

/** Absolute addresses of the pages behind the mails. */
export const followUpLinks = async (
  deps: Deps,
  { id, locale }: { id: string; locale: Locale },
): Promise<{ page: string; stop: string }> => {
  const page = await getPublicLink(deps, locale, `/ended/${followUpTokenOf(deps, id)}`);
  return { page, stop: `${page}/stop` };
};
