import type { Deps } from "../../deps";

const purpose = "inbound-pass";

export const sealInboundPass = ({ secrets }: Pick<Deps, "secrets">, pass: string): string => secrets.seal(purpose, pass);

/** Null when there is none, or when it was sealed with another APP_SECRET: then the mailbox will refuse us and say so. */
export const openInboundPass = ({ secrets, logger }: Pick<Deps, "secrets" | "logger">, sealed: string | null): string | null => {
  if (sealed === null) return null;
  const pass = secrets.unseal(purpose, sealed);
  if (pass === null)
    logger.warn({}, "the stored password of the inbound mailbox cannot be opened with this APP_SECRET; enter it again in the settings");
  return pass;
};
