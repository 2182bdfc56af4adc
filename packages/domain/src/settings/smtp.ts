import type { SiteSettings } from "./site-settings";

/** Where mail leaves and who it says it is from. */
export type MailTransport = {
  target: { host: string; port: number; secure: boolean; user: string | null; pass: string | null };
  from: { name: string; address: string };
  /** settings: the organisation's own server; environment: SMTP_*; mailbox: kept on this computer, delivered to nobody. */
  source: "settings" | "environment" | "mailbox";
  /** In test mode everything goes to this address instead of the person's. */
  divertTo: string | null;
};

type Chosen = Pick<
  SiteSettings,
  | "organizationName"
  | "emailFromName"
  | "smtpHost"
  | "smtpPort"
  | "smtpSecure"
  | "smtpUser"
  | "smtpFromAddress"
  | "smtpActiveProvider"
  | "emailTestMode"
  | "testEmailRecipient"
>;
/** What the process was started with; `embedded` while it is the mailbox of this computer. */
export type MailEnvironment = { target: MailTransport["target"]; fromAddress: string; embedded: boolean };

/**
 * The site's own SMTP server when one is named and switched on, else what the environment says. `pass` is the opened
 * password of the settings.
 */
export const chooseSmtp = (settings: Chosen, pass: string | null, environment: MailEnvironment): MailTransport => {
  const name = settings.emailFromName ?? settings.organizationName;
  const divertTo = settings.emailTestMode ? settings.testEmailRecipient : null;
  const { smtpHost: host, smtpSecure: secure } = settings;
  if (settings.smtpActiveProvider !== "production" || host === null)
    return {
      target: environment.target,
      from: { name, address: settings.smtpFromAddress ?? environment.fromAddress },
      source: environment.embedded ? "mailbox" : "environment",
      divertTo,
    };
  return {
    target: { host, port: settings.smtpPort ?? (secure ? 465 : 587), secure, user: settings.smtpUser, pass },
    from: { name, address: settings.smtpFromAddress ?? environment.fromAddress },
    source: "settings",
    divertTo,
  };
};
