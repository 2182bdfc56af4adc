import { type Locale, localized } from "@cml/domain/kernel";
import type { Deps } from "../deps";
import { readSettings } from "../settings/site-settings/settings-cache";

/** What every mail may say about its sender. */
export const commonVariables = async (deps: Deps, locale: Locale): Promise<Record<string, string>> => {
  const { settings } = await readSettings(deps);
  const name = localized(settings, "organizationName", locale);
  return { ORGANIZATION_NAME: name === "" ? "Changemaker" : name, POSTAL_ADDRESS: localized(settings, "postalAddress", locale) };
};
