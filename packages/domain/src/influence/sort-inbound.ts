import { automaticSign } from "./automatic-signs";
import { oneLine, type ReportedRecipient } from "./delivery-report";
import type { InboundKind } from "./enums";
import { headerValues, type InboundMail } from "./inbound-mail";
import { readLetterAddress } from "./letter-addresses";
import { statusFromWords } from "./bounce-status";

export type SortedMail = {
  kind: InboundKind;
  /** RFC 3463; only of bounces and delays. */
  statusCode: string | null;
  /** For the letter's history: the code and the other server's words ("5.1.1 no such user"); only of bounces and delays. */
  words: string | null;
  /** What decided, for people who wonder. */
  sign: string;
};

type Facts = {
  /** Domain of our own addresses; null without one. */
  domain: string | null;
  /** Whom the letter went to; null while no letter is known. */
  recipientEmail: string | null;
};

// More servers than any real way has: it goes in a circle.
const mostHops = 30;

/**
 * What a mail to one of our addresses is. Reports of mail servers by their machine part (RFC 3464), older forms by the null
 * return path or the daemon that wrote them, automatic answers by RFC 3834 and what offices' programs do instead; what a
 * person seems to have written is a REPLY. Anything that is none of these is left for a person: UNSORTED.
 */
export const sortInbound = (mail: InboundMail, facts: Facts): SortedMail => {
  const circle = circleSign(mail, facts.domain);
  if (circle !== null) return sorted("UNSORTED", circle);
  if (mail.report?.kind === "complaint") return sorted("UNSORTED", "complaint");
  if (mail.report?.kind === "disposition") return sorted("AUTO_REPLY", "read receipt");
  const reported = mail.report === null ? null : sortReport(mail.report.recipients, facts.recipientEmail);
  if (reported !== null) return reported;
  const old = sortOldBounce(mail, facts.domain);
  if (old !== null) return old;
  const sign = automaticSign(mail);
  if (sign !== null) return sorted("AUTO_REPLY", sign);
  if (mail.envelopeFrom === "") return sorted("UNSORTED", "null return path");
  if (mail.from === null || isDaemon(mail)) return sorted("UNSORTED", "no sender");
  if (mail.text.trim() === "" && mail.attachments.length === 0) return sorted("UNSORTED", "empty");
  return sorted("REPLY", "written by a person");
};

const sorted = (kind: InboundKind, sign: string): SortedMail => ({ kind, sign, statusCode: null, words: null });

const circleSign = (mail: InboundMail, domain: string | null): string | null => {
  if (headerValues(mail, "received").length > mostHops) return "mail loop";
  // A letter, or something we forwarded, that found its way back.
  const own = mail.from !== null && domain !== null && readLetterAddress(mail.from.address, domain) !== null;
  return own ? "our own mail" : null;
};

/** The word on our recipient when the report has one, else the worst of it; null for a report without any. */
const sortReport = (recipients: readonly ReportedRecipient[], recipientEmail: string | null): SortedMail | null => {
  const wanted = recipientEmail?.toLowerCase();
  const ours = recipients.filter(({ original, final }) => wanted !== undefined && (original === wanted || final === wanted));
  const told = ours.length > 0 ? ours : recipients;
  const worst = told.find(({ action }) => action === "failed") ?? told.find(({ action }) => action === "delayed") ?? told[0];
  if (worst === undefined) return null;
  const { action, status, diagnostic } = worst;
  if (action !== "failed" && action !== "delayed") return sorted("AUTO_REPLY", `report: ${action}`);
  const code = status ?? statusFromWords(diagnostic ?? "");
  return { kind: action === "failed" ? "BOUNCE" : "DELAY", statusCode: code, words: wordsOf(code, diagnostic ?? ""), sign: "report" };
};

const failedPhrase =
  /undeliver(able|ed)|delivery.{0,40}(fail(ed|ure)|unsuccessful)|fail(ed|ure) (notice|to deliver)|returned mail|(was|were|be|been) not delivered|(wasn.t|couldn.t be|could not be|unable to be) delivered|unable to deliver|returned to sender|mail system error|non[- ]delivery|non[- ]?remis|échec de (la )?(remise|livraison|distribution)|n.a pas pu être (remis|livré|distribué)|non distribu|this is the qmail-send program|permanent (fatal )?error/i;
const delayedPhrase =
  /delivery.{0,30}delay|delayed|has not yet been delivered|not been delivered yet|(will|continue to) (be )?retr(y|ied)|still being retried|remise (est )?retardée|pas encore (été )?(remis|distribué)|warning: (could not send|message)/i;

const sortOldBounce = (mail: InboundMail, domain: string | null): SortedMail | null => {
  const byServer = mail.envelopeFrom === "" || isDaemon(mail) || (isReturned(mail, domain) && failedPhrase.test(mail.subject));
  if (!byServer || isVacation(mail)) return null;
  const beginning = mail.text.slice(0, 4_000);
  const isDelayed = delayedPhrase.test(mail.subject) || (delayedPhrase.test(beginning) && !failedPhrase.test(mail.subject));
  if (!isDelayed && !failedPhrase.test(mail.subject) && !failedPhrase.test(beginning)) return null;
  const diagnostic = diagnosticIn(beginning);
  const code = statusFromWords(`${diagnostic}\n${beginning}`);
  return { kind: isDelayed ? "DELAY" : "BOUNCE", statusCode: code, words: wordsOf(code, diagnostic), sign: "old form of a bounce" };
};

// Vacation programs answer to the return path with the null path themselves (RFC 3834, 3.3); mail servers do not write so.
const isVacation = (mail: InboundMail): boolean =>
  !isDaemon(mail) && headerValues(mail, "auto-submitted").some((value) => /^auto-replied/i.test(value)) && !failedPhrase.test(mail.subject);

const isReturned = (mail: InboundMail, domain: string | null): boolean =>
  domain !== null && [...mail.deliveredTo, ...mail.addressedTo].some((address) => readLetterAddress(address, domain)?.role === "RETURN");

const isDaemon = ({ from }: InboundMail): boolean => {
  if (from === null) return false;
  const local = from.address.slice(0, Math.max(0, from.address.lastIndexOf("@"))).toLowerCase();
  return (
    /^(mailer-?daemon|mail-?daemon|postmaster|mdaemon|double-bounce|microsoftexchange[0-9a-f]+)$/.test(local) ||
    /mail delivery (sub)?system|mailer-daemon/i.test(from.name)
  );
};

/** The line that holds the server's answer, else the first line that speaks of failing. */
const diagnosticIn = (text: string): string => {
  const lines = text.split("\n").map((line) => line.trim());
  const answer = lines.find((line) => /(^|\D)[45]\d\d[ -]/.test(line) || /\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line));
  return answer ?? lines.find((line) => failedPhrase.test(line) || statusFromWords(line) !== "5.0.0") ?? "";
};

// Most servers' words begin with the code themselves, many of them after their three digits ("550 5.1.1 …").
const wordsOf = (code: string, diagnostic: string): string => {
  const said = oneLine(diagnostic);
  return said.replace(/^[45]\d\d[ -]/, "").startsWith(code) ? said : oneLine(`${code} ${said}`);
};
