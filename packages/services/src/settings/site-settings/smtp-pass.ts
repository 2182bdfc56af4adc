import type { Deps } from "../../deps";

const purpose = "smtp-pass";

export const sealSmtpPass = ({ secrets }: Deps, pass: string): string => secrets.seal(purpose, pass);

/** Null when there is none, or when it was sealed with another APP_SECRET: then the server will refuse us and say so. */
export const openSmtpPass = ({ secrets, logger }: Deps, sealed: string | null): string | null => {
  if (sealed === null) return null;
  const pass = secrets.unseal(purpose, sealed);
  if (pass === null) logger.warn({}, "the stored SMTP password cannot be opened with this APP_SECRET; enter it again in the settings");
  return pass;
};
