import { z } from "zod";

/** Where answers come in: nowhere, a mailbox we read, or mail servers bring them to a port of ours. */
export const inboundModes = ["none", "imap", "smtp"] as const;
export const inboundModeSchema = z.enum(inboundModes);

/** How the inbound mailbox is doing, over all processes. */
export const inboundStateSchema = z.object({
  lastOkAt: z.date().nullable(),
  lastMailAt: z.date().nullable(),
  lastErrorAt: z.date().nullable(),
  /** The server's own words. */
  lastError: z.string().nullable(),
});
export type InboundState = z.infer<typeof inboundStateSchema>;

/** Lines for the domain's DNS, in the form that providers ask for. */
export const dnsLineSchema = z.object({ type: z.enum(["MX", "TXT"]), name: z.string(), value: z.string() });
export type DnsLine = z.infer<typeof dnsLineSchema>;

export const inboundStatusSchema = inboundStateSchema.extend({
  dns: z.array(dnsLineSchema),
  /** An address as letters will have it; null without an inbound domain. */
  sampleAddress: z.string().nullable(),
});
export type InboundStatus = z.infer<typeof inboundStatusSchema>;

/** What became of trying the settings: the mailbox's or our port's own words. */
export const inboundTestSchema = z.object({
  outcome: z.enum(["imapReached", "portOpen", "failed"]),
  response: z.string(),
  /** Mails in the folder, where one was opened. */
  messages: z.int().nullable(),
});
export type InboundTest = z.infer<typeof inboundTestSchema>;

type Inbound = { inboundMode: (typeof inboundModes)[number]; inboundDomain: string | null };

/** The domain at which letters have addresses of their own; null while nothing would come in there. */
export const letterDomainOf = ({ inboundMode, inboundDomain }: Inbound): string | null => (inboundMode === "none" ? null : inboundDomain);

type DnsFacts = { mode: (typeof inboundModes)[number]; domain: string | null; publicUrl: string; smtpHost: string | null };

/**
 * What the inbound domain needs in its DNS: who takes its mail (ourselves; with a mailbox elsewhere only its provider knows),
 * and who may send for it, because letters carry it as sender and Return-Path.
 */
export const inboundDnsLines = ({ mode, domain, publicUrl, smtpHost }: DnsFacts): DnsLine[] => {
  if (domain === null || mode === "none") return [];
  const taker: DnsLine[] = mode === "smtp" ? [{ type: "MX", name: `${domain}.`, value: `10 ${new URL(publicUrl).hostname}.` }] : [];
  const sender: DnsLine[] = smtpHost === null ? [] : [{ type: "TXT", name: `${domain}.`, value: `v=spf1 a:${smtpHost} ~all` }];
  return [...taker, ...sender];
};
