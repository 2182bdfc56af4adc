import { findInboundState } from "@cml/db/influence";
import { letterAddressesOf } from "@cml/domain/influence";
import { type Actor, isAppError } from "@cml/domain/kernel";
import { inboundDnsLines, type InboundStatus, type InboundTest, letterDomainOf, type SiteSettings } from "@cml/domain/settings";
import { openImapFolder } from "@cml/integrations/inbound";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { getMailTransport } from "../../settings/get-mail-transport";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { getPublicUrl } from "../../settings/site-settings/get-public-url";
import { getImapTarget, wordsOf } from "./inbound-mailbox";

/** How mail comes in now, and what the domain's DNS needs for it. */
export const getInboundStatus = async (deps: Deps, _actor: Actor): Promise<InboundStatus> => {
  const { settings } = await readSettings(deps);
  const [state, publicUrl, transport] = await Promise.all([findInboundState(deps.db), getPublicUrl(deps), getMailTransport(deps)]);
  const smtpHost = transport.source === "mailbox" ? null : transport.target.host;
  const domain = letterDomainOf(settings);
  return {
    ...state,
    dns: inboundDnsLines({ mode: settings.inboundMode, domain, publicUrl, smtpHost }),
    sampleAddress: domain === null ? null : letterAddressesOf({ token: "0123456789abcdef".repeat(2), domain }).reply,
  };
};

// The holder of the port writes every minute that it is open.
const portFreshMs = 120_000;

/** Tries the stored settings: signs in to the mailbox, or asks whether a process holds our port open. */
export const testInbound = async (deps: Deps, actor: Actor): Promise<InboundTest> => {
  await requireRoom(deps, `inbound-test:${actor.kind === "user" ? actor.userId : actor.kind}`, { limit: 10, windowSeconds: 60 });
  const target = await getImapTarget(deps);
  if (target === null) return testPort(deps);
  try {
    const folder = await openImapFolder(target);
    const messages = folder.messages();
    await folder.close();
    return { outcome: "imapReached", response: `${target.host}:${target.port} ${target.folder}`, messages };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { outcome: "failed", response: wordsOf(error), messages: null };
  }
};

/** What another mail server sees of our port. */
const greetingOf = ({ config }: Deps, { inboundDomain, inboundSmtpPort }: SiteSettings): string =>
  `220 ${inboundDomain ?? ""}:${inboundSmtpPort ?? ""}${config.inboundTls === null ? "" : " STARTTLS"}`;

const testPort = async (deps: Deps): Promise<InboundTest> => {
  const { settings } = await readSettings(deps);
  const { lastOkAt, lastErrorAt, lastError } = await findInboundState(deps.db);
  const isOpen =
    lastOkAt !== null && deps.clock.now().getTime() - lastOkAt.getTime() < portFreshMs && (lastErrorAt === null || lastErrorAt < lastOkAt);
  if (settings.inboundMode === "smtp" && isOpen) return { outcome: "portOpen", response: greetingOf(deps, settings), messages: null };
  return { outcome: "failed", response: lastError ?? "", messages: null };
};
