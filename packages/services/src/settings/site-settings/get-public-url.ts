import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "./settings-cache";

/** The address people open, without a slash at the end: the settings' before PUBLIC_URL; never the Host header. */
export const getPublicUrl = async (deps: Deps): Promise<string> => {
  const { settings } = await readSettings(deps);
  return settings.publicUrl ?? deps.config.publicUrl;
};

/** Absolute address of a public page in a language; `path` begins with a slash. English pages have no prefix. */
export const getPublicLink = async (deps: Deps, locale: Locale, path: string): Promise<string> =>
  `${await getPublicUrl(deps)}${locale === "fr" ? "/fr" : ""}${path}`;
