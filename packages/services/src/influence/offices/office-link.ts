import { officeIdOf, officeRefOf } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getPublicLink } from "../../settings/site-settings/get-public-url";

const signature = (deps: Pick<Deps, "secrets">) => (id: string) => deps.secrets.keyedHash("office-ref", id);

export const refOfOffice = (deps: Pick<Deps, "secrets">, id: string): string => officeRefOf(id, signature(deps));
export const officeOfRef = (deps: Pick<Deps, "secrets">, ref: string): string | null => officeIdOf(ref, signature(deps));

/** Address of an office's page. Whoever has a letter has it too: it names the office and opens nothing. */
export const officeLinkOf = (deps: Deps, id: string, locale: Locale): Promise<string> =>
  getPublicLink(deps, locale, `/office/${refOfOffice(deps, id)}`);
