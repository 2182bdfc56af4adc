import type { PublicSettings, SiteSettings } from "@cml/domain/settings";
import { publicSettingsSchema } from "@cml/domain/settings";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getMailTransport } from "../get-mail-transport";
import { readSettings } from "./settings-cache";

/** All settings but the SMTP password, of which only is told whether there is one. */
export const getSettings = async (deps: Deps, _actor: Actor): Promise<SiteSettings> => (await readSettings(deps)).settings;

/** What every page of every app may know. */
export const getPublicSettings = async (deps: Deps, _actor: Actor): Promise<PublicSettings> => {
  const { settings } = await readSettings(deps);
  const { source, divertTo } = await getMailTransport(deps);
  return publicSettingsSchema.parse({
    ...settings,
    publicUrl: settings.publicUrl ?? deps.config.publicUrl,
    embeddedMail: source === "mailbox",
    mailDiverted: divertTo !== null,
  });
};
