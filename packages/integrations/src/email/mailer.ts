import { AppError } from "@cml/domain/kernel";
import { composeMessage, type OutgoingMail } from "./compose-message";
import { createSmtpPool, type Lease, open, type SmtpTarget, type SmtpTimeouts } from "./smtp-pool";
import { startOnDemand } from "./start-on-demand";

type HandOver =
  | { outcome: "ACCEPTED"; response: string }
  | { outcome: "REFUSED"; temporary: boolean; response: string; blames?: "RECIPIENT" }
  | { outcome: "UNCERTAIN"; response: string };

type SmtpFailure = Error & { code?: string; command?: string; responseCode?: number; response?: string };
type Parcel = { envelope: { from: string; to: string[]; size: number }; message: Buffer };
type Options = { timeouts?: SmtpTimeouts };

// A server may think for a while after the final dot (RFC 5321, 4.5.3.2.6); a claim on a letter lasts longer than both together.
const usualTimeouts: SmtpTimeouts = { connectMs: 15_000, replyMs: 90_000 };

/**
 * Hands messages to an SMTP server and knows how far each got. nodemailer reports the same error before and after the
 * message has left, so the body is a stream that is first read when the server has answered DATA with 354: nothing of the
 * message can have been accepted before that moment, and after it only the server's reply tells. What `onDataStart`
 * throws is thrown on, with nothing sent.
 */
export const createMailer = ({ timeouts = usualTimeouts }: Options = {}) => {
  const pool = createSmtpPool(timeouts);

  const sendOver = async (lease: Lease, { envelope, message }: Parcel, onDataStart?: () => Promise<void>): Promise<HandOver> => {
    const refused: { error: SmtpFailure | null } = { error: null };
    const body = startOnDemand(message, async () => {
      // Others on the same mail may have been accepted; without its recipient a letter goes to nobody.
      refused.error = refusalOf(lease.connection, envelope.to[0] ?? "");
      if (refused.error !== null) throw refused.error;
      await onDataStart?.();
    });
    const result = await new Promise<{ response: string } | { error: SmtpFailure }>((resolve) => {
      lease.connection.send(envelope, body.stream, (error, info) => resolve(error ? { error } : { response: info.response }));
    });
    // The mark must not be written after we have answered: whoever reads our answer may take it back.
    const began = await body.settled().catch((error: unknown) => {
      lease.connection.close();
      if (error === refused.error) return false;
      throw error;
    });
    if (refused.error !== null) return recipientRefused(refused.error);
    if (!("error" in result)) return { outcome: "ACCEPTED", response: oneLine(result.response) };
    lease.connection.close();
    return verdict(result.error, began);
  };

  const handOver = async (
    mail: OutgoingMail,
    { target, onDataStart }: { target: SmtpTarget; onDataStart?: () => Promise<void> },
  ): Promise<HandOver> => {
    const message = await composeMessage(mail);
    const envelope = { from: mail.envelopeFrom ?? mail.from.address, to: recipientsOf(mail), size: message.length };
    for (;;) {
      const lease = await pool.take(target).catch((error: unknown) => error as SmtpFailure);
      // Not this message's fault (wrong password, server down), so it may wait and try again.
      if (lease instanceof Error) return { outcome: "REFUSED", temporary: true, response: wordsOf(lease) };
      const answer = await sendOver(lease, { envelope, message }, onDataStart);
      if (answer.outcome === "ACCEPTED") pool.giveBack(target, lease);
      // An idle connection the server had already left: nothing was said on it, so a fresh one may try at once.
      const stale = answer.outcome === "REFUSED" && answer.temporary && lease.reused && !/^\d{3}/.test(answer.response);
      if (!stale) return answer;
    }
  };

  const verify = async (target: SmtpTarget): Promise<void> => {
    const connection = await open(target, timeouts).catch((error: unknown) => {
      throw new AppError("UPSTREAM", "mail.serverSaid", { response: wordsOf(error as SmtpFailure) }, { cause: error });
    });
    connection.quit();
  };

  return { handOver, verify, close: pool.close };
};

/** What an error means, given whether the message had begun to leave. */
const verdict = (error: SmtpFailure, began: boolean): HandOver => {
  const response = wordsOf(error);
  const { responseCode = 0 } = error;
  if (began) {
    // EMESSAGE is the reply to the message itself; everything else broke before it came.
    const replied = error.code === "EMESSAGE" && responseCode >= 400;
    return replied ? { outcome: "REFUSED", temporary: responseCode < 500, response } : { outcome: "UNCERTAIN", response };
  }
  if (error.command === "RCPT TO" && responseCode >= 400) return recipientRefused(error);
  return { outcome: "REFUSED", temporary: responseCode < 500, response };
};

const recipientRefused = (error: SmtpFailure): HandOver => ({
  outcome: "REFUSED",
  temporary: (error.responseCode ?? 0) < 500,
  response: wordsOf(error),
  blames: "RECIPIENT",
});

const recipientsOf = ({ to, cc }: OutgoingMail): string[] =>
  cc === undefined || cc.address.toLowerCase() === to.address.toLowerCase() ? [to.address] : [to.address, cc.address];

// nodemailer goes on to DATA when any recipient was accepted and tells who was not only afterwards.
type OpenEnvelope = { _envelope?: { rejectedErrors?: (SmtpFailure & { recipient?: string })[] } };
const refusalOf = (connection: unknown, address: string): SmtpFailure | null =>
  (connection as OpenEnvelope)._envelope?.rejectedErrors?.find(({ recipient }) => recipient === address) ?? null;

/** The server's own words, or ours for a failure of the connection; one line, at most 500 characters. */
const wordsOf = (error: SmtpFailure): string => oneLine(error.response || error.message);
const oneLine = (text: string): string =>
  text
    .replace(/[\s\0]+/g, " ")
    .trim()
    .slice(0, 500);
