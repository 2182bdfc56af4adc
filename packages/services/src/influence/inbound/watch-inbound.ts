import { noteInboundState } from "@cml/db/influence";
import { letterDomainOf } from "@cml/domain/settings";
import { openImapFolder, openSmtpPort, readCertificate, type SmtpPort } from "@cml/integrations/inbound";
import { hostname } from "node:os";
import type { Deps } from "../../deps";
import { keepWatch, pause, type Watch } from "../../platform/keep-watch";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { drainFolder, getImapTarget, mailboxLock, noteInboundFailure, wordsOf } from "./inbound-mailbox";
import { isLetterAddress, receiveInbound } from "./receive-inbound";

export type InboundTiming = { againMs: number; waitMs: number; longestPauseMs: number };
const usual: InboundTiming = { againMs: 1_000, waitMs: 60_000, longestPauseMs: 300_000 };

const connectionsAnHour = { limit: 600, windowSeconds: 3_600 };

/**
 * What waits for mail as long as a process lives: it idles on the mailbox, or holds our own port open, as the settings say;
 * a change of them is followed at once. What breaks is tried again, each time after a longer pause.
 */
export const watchInbound = (deps: Deps, timing: InboundTiming = usual): Watch => keepWatch((stopping) => watch(deps, timing, stopping));

const watch = async (deps: Deps, { againMs, waitMs, longestPauseMs }: InboundTiming, stopping: AbortSignal): Promise<void> => {
  let pauseMs = againMs;
  while (!stopping.aborted) {
    const changed = new AbortController();
    const stopHearing = deps.events.subscribe(({ type }) => {
      if (type === "settings.changed") changed.abort();
    });
    const signal = AbortSignal.any([stopping, changed.signal]);
    try {
      const held = await hold(deps, { signal, waitMs });
      pauseMs = againMs;
      // Nothing to do here, or another process does it: look again later, or when the settings change.
      if (!held) await pause(waitMs, signal);
    } catch (error) {
      await noteInboundFailure(deps, error);
      await pause(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    } finally {
      stopHearing();
    }
  }
};

type Holding = { signal: AbortSignal; waitMs: number };

/** Waits for mail until the signal; false when that is not for this process to do. */
const hold = async (deps: Deps, holding: Holding): Promise<boolean> => {
  const { settings } = await readSettings(deps);
  if (settings.inboundMode === "imap") return (await deps.locks.tryLock(mailboxLock, () => holdMailbox(deps, holding))) !== null;
  // One process of each machine has the port; another one takes it over when that ends.
  if (settings.inboundMode === "smtp")
    return (await deps.locks.tryLock(`inbound-port:${hostname()}`, () => holdPort(deps, holding))) !== null;
  return false;
};

const holdMailbox = async (deps: Deps, { signal, waitMs }: Holding): Promise<void> => {
  const target = await getImapTarget(deps);
  if (target === null) return;
  const folder = await openImapFolder(target);
  try {
    while (!signal.aborted) {
      await drainFolder(deps, folder, signal);
      await folder.waitForMail({ atMostMs: waitMs, signal });
    }
  } finally {
    await folder.close();
  }
};

const holdPort = async (deps: Deps, { signal, waitMs }: Holding): Promise<void> => {
  const { settings } = await readSettings(deps);
  const { inboundSmtpPort: port } = settings;
  const domain = letterDomainOf(settings);
  if (port === null || domain === null) return;
  const { inboundTls } = deps.config;
  const opened = await openSmtpPort({
    // In development nothing outside this computer may reach it.
    host: deps.config.production ? "0.0.0.0" : "127.0.0.1",
    port,
    name: domain,
    certificate: inboundTls === null ? null : await readCertificate(inboundTls),
    takes: (address) => isLetterAddress(deps, address),
    hasRoom: async (remoteAddress) => {
      const sender = deps.secrets.rotatingHash("inbound-sender", remoteAddress);
      return (await deps.limiter.take(`inbound:sender:${sender}`, connectionsAnHour)).allowed;
    },
    keep: async (mail) => {
      await receiveInbound(deps, mail);
      await noteInboundState(deps.db, { lastMailAt: deps.clock.now() });
    },
    log: (facts, message) => deps.logger.warn(facts, message),
  });
  try {
    while (!signal.aborted) {
      await noteInboundState(deps.db, { lastOkAt: deps.clock.now() });
      await pause(waitMs, signal);
      await renewCertificate(deps, opened);
    }
  } finally {
    await opened.stop();
  }
};

/** Certificates live for weeks, processes for months; one that is just being written is taken the next time. */
const renewCertificate = async ({ config: { inboundTls }, logger }: Deps, opened: SmtpPort): Promise<void> => {
  if (inboundTls === null) return;
  try {
    opened.renew(await readCertificate(inboundTls));
  } catch (error) {
    logger.warn({ error: wordsOf(error) }, "the certificate for incoming mail cannot be read; the one before stays in use");
  }
};
