import type { Locale } from "@cml/domain/kernel";
import type { SmtpTarget } from "./mailer";

/** The part of the validated environment that use cases may see. */
export type AppConfig = {
  /** Absolute, no trailing slash; every link uses it, never the Host header. */
  publicUrl: string;
  production: boolean;
  /** True while mail goes to the embedded mailbox instead of a real SMTP server. */
  embeddedMail: boolean;
  /** Where mail leaves, and from which address, unless the site settings name a server: SMTP_* or the embedded mailbox. */
  mail: { target: SmtpTarget; fromAddress: string };
  /** Files of the certificate that our own port for incoming mail shows; null: it speaks no TLS. */
  inboundTls: { certFile: string; keyFile: string } | null;
  /** True while the embedded PostgreSQL is in use (backup and doctor say so). */
  embeddedDatabase: boolean;
  dataDir: string;
  /** Who is asked who represents a place, in this order; the first that knows a level is believed. */
  representativeSources: readonly ("local" | "represent")[];
  /** What maps lie on where the settings name nothing. */
  basemapUrl: string | null;
  defaultLocale: Locale;
  version: string;
};
