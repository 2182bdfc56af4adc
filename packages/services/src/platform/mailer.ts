export type MailAddress = { name: string; address: string };

/** One message ready to leave: bodies are rendered, headers validated (no line breaks). */
export type OutgoingMail = {
  from: MailAddress;
  to: MailAddress;
  /** Gets the same mail in the same hand-over; that it is refused does not hold the letter back. */
  cc?: MailAddress;
  replyTo?: MailAddress;
  /** SMTP envelope sender (Return-Path). */
  envelopeFrom?: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers?: Record<string, string>;
};

/**
 * What is known about one hand-over. `blames` is set when the server refused this recipient. REFUSED before DATA may be retried when `temporary`; UNCERTAIN means the
 * connection died between DATA and the server's reply, so nobody can know, and it is never retried by itself.
 */
export type HandOver =
  | { outcome: "ACCEPTED"; response: string }
  | { outcome: "REFUSED"; temporary: boolean; response: string; blames?: "RECIPIENT" }
  | { outcome: "UNCERTAIN"; response: string };

/** Where mail leaves: host settings of the site before those of the environment (decided by the caller). */
export type SmtpTarget = { host: string; port: number; secure: boolean; user: string | null; pass: string | null };

export type Mailer = {
  /** `beforeData` is awaited after the server said 354 could follow, before a byte of the message leaves. */
  handOver: (mail: OutgoingMail, options: { target: SmtpTarget; onDataStart?: () => Promise<void> }) => Promise<HandOver>;
  /** Connects, greets and signs in without sending. Throws AppError("UPSTREAM") with the server's words. */
  verify: (target: SmtpTarget) => Promise<void>;
};
