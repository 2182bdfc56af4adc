import { chooseSmtp, type MailTransport } from "@cml/domain/settings";
import type { Deps } from "../deps";
import { readSettings } from "./site-settings/settings-cache";
import { openSmtpPass } from "./site-settings/smtp-pass";

/** Where a mail leaves now, whom it is from and whether it is diverted: the site's server before the environment's. */
export const getMailTransport = async (deps: Deps): Promise<MailTransport> => {
  const { settings, smtpPassSealed } = await readSettings(deps);
  const { mail, embeddedMail: embedded } = deps.config;
  return chooseSmtp(settings, openSmtpPass(deps, smtpPassSealed), { ...mail, embedded });
};
