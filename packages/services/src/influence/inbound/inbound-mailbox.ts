import type { SiteSettings } from "@cml/domain/settings";
import { type ImapFolder, type ImapTarget } from "@cml/integrations/inbound";
import { noteInboundState } from "@cml/db/influence";
import type { Deps } from "../../deps";
import { openInboundPass } from "../../settings/site-settings/inbound-pass";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { receiveInbound } from "./receive-inbound";

/** One process reads the mailbox at a time. */
export const mailboxLock = "inbound-mailbox";

// A mailbox that somebody points us at may hold years of mail that is none of ours.
const lookBackDays = 30;
const batch = 200;

/** The mailbox of the settings; null while another way or none is chosen. */
export const getImapTarget = async (deps: Deps): Promise<ImapTarget | null> => {
  const { settings, inboundImapPassSealed } = await readSettings(deps);
  return imapTargetOf(settings, openInboundPass(deps, inboundImapPassSealed));
};

const imapTargetOf = (settings: SiteSettings, pass: string | null): ImapTarget | null => {
  const { inboundMode, inboundImapHost: host, inboundImapSecure: secure, inboundImapUser: user } = settings;
  if (inboundMode !== "imap" || host === null || user === null) return null;
  const port = settings.inboundImapPort ?? (secure ? 993 : 143);
  return { host, port, secure, user, pass: pass ?? "", folder: settings.inboundImapFolder ?? "INBOX" };
};

/** Takes in what came since the last time, all of it, and writes down how that went. */
export const drainFolder = async (deps: Deps, folder: ImapFolder, signal?: AbortSignal): Promise<{ kept: number }> => {
  let kept = 0;
  for (;;) {
    const now = deps.clock.now();
    const result = await folder.fetchNew({
      since: new Date(now.getTime() - lookBackDays * 86_400_000),
      atMost: batch,
      keep: (mail) => receiveInbound(deps, { ...mail, envelope: null }),
      signal,
    });
    kept += result.kept;
    if (result.lastError !== null)
      deps.logger.warn({ failed: result.failed, error: result.lastError }, "mails could not be kept; they are tried again");
    await noteInboundState(deps.db, { lastOkAt: now, ...(result.kept > 0 ? { lastMailAt: now } : {}) });
    if (result.kept < batch || signal?.aborted === true) return { kept };
  }
};

/** Writes down that the mailbox or the port does not work, in the server's words. */
export const noteInboundFailure = async (deps: Deps, error: unknown): Promise<void> => {
  const words = wordsOf(error);
  deps.logger.warn({ error: words }, "mail cannot come in");
  await noteInboundState(deps.db, { lastErrorAt: deps.clock.now(), lastError: words }).catch((failure: unknown) => {
    deps.logger.warn({ error: String(failure) }, "the state of the inbound mailbox could not be written");
  });
};

type WithWords = { params?: { response?: unknown }; message?: string };

export const wordsOf = (error: unknown): string => {
  const { params, message } = error as WithWords;
  return (typeof params?.response === "string" ? params.response : (message ?? String(error))).slice(0, 500);
};
