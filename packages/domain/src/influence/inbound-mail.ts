import type { ReportedRecipient } from "./delivery-report";
import { readLetterAddress } from "./letter-addresses";

/** Largest mail that is taken in whole; a scanned answer of ten megabytes fits in its encoding, a film does not. */
export const inboundMaxBytes = 20_000_000;
/** How long mails that came in are kept as they came, and their text. */
export const inboundKeptDays = 90;

export type InboundAttachment = { name: string; mimeType: string; sizeBytes: number };

/**
 * A mail that came in, taken apart: texts are decoded, nothing in it is trusted. Header names are lower case and in the
 * order of the mail, the newest trace first.
 */
export type InboundMail = {
  headers: readonly { name: string; value: string }[];
  /** Return-Path: "" is the null path of bounces; null where nobody wrote it down. */
  envelopeFrom: string | null;
  /** Addresses it was really brought to, as far as the servers said (envelope, Delivered-To, X-Original-To). */
  deliveredTo: readonly string[];
  /** Addresses in To and Cc. */
  addressedTo: readonly string[];
  from: { name: string; address: string } | null;
  subject: string;
  messageId: string | null;
  /** Message-IDs of In-Reply-To and References, the nearest first. */
  answers: readonly string[];
  /** Readable text; made from HTML where the mail has nothing else. */
  text: string;
  attachments: readonly InboundAttachment[];
  report: InboundReport | null;
};

/** The machine part of a mail a mail server wrote about another mail. */
export type InboundReport = {
  kind: "delivery" | "disposition" | "complaint";
  recipients: readonly ReportedRecipient[];
  /** Headers of the mail it is about, where they came along. */
  original: { messageId: string | null; addresses: readonly string[] };
};

export type LetterHints = {
  /** Reply tokens, from the surest place that names any. */
  tokens: string[];
  /** Message-IDs that may be a letter's, the surest first. */
  messageIds: string[];
};

const mostHints = 20;

/**
 * Where to look for the letter a mail is about: the address it was brought to, else the addresses it names, else the letter
 * inside a report; and the Message-IDs it answers. Tokens are only well formed, whether a letter has one is for the database.
 */
export const letterHintsOf = (
  mail: Pick<InboundMail, "deliveredTo" | "addressedTo" | "answers" | "report">,
  domain: string | null,
): LetterHints => {
  const places = [mail.deliveredTo, mail.addressedTo, mail.report?.original.addresses ?? []];
  const tokens = domain === null ? [] : (places.map((place) => tokensIn(place, domain)).find((found) => found.length > 0) ?? []);
  const ids = [mail.report?.original.messageId ?? null, ...mail.answers].filter((id) => id !== null);
  return { tokens, messageIds: [...new Set(ids)].slice(0, mostHints) };
};

const tokensIn = (addresses: readonly string[], domain: string): string[] => {
  const tokens = addresses.flatMap((address) => readLetterAddress(address, domain)?.token ?? []);
  return [...new Set(tokens)].slice(0, mostHints);
};

/** The values of a header, in the mail's order. */
export const headerValues = (mail: Pick<InboundMail, "headers">, name: string): string[] =>
  mail.headers.filter((header) => header.name === name).map(({ value }) => value.trim());
