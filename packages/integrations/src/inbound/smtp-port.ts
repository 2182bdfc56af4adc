import { inboundMaxBytes } from "@cml/domain/influence";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Certificate } from "./certificate";

export type ArrivedMail = { raw: Buffer; receivedAt: Date; envelope: { from: string; to: string[] } };

export type SmtpPortOptions = {
  host: string;
  port: number;
  /** Name given in the greeting: the inbound domain. */
  name: string;
  /** Whether mail to this address is ours to take. */
  takes: (address: string) => Promise<boolean>;
  /** False while this sender has sent too much; it is asked to come again later. */
  hasRoom: (remoteAddress: string) => Promise<boolean>;
  /** Keeps the mail for good: only then is it answered with 250. What it throws makes the sender try again. */
  keep: (mail: ArrivedMail) => Promise<void>;
  log: (facts: Record<string, unknown>, message: string) => void;
  /** Largest mail taken, in bytes. */
  maxBytes?: number;
  /** With one, connections may be turned to TLS (STARTTLS). */
  certificate?: Certificate | null;
};
export type SmtpPort = {
  port: number;
  /** Connections from now on get this certificate; nothing is heard of where the port has none. */
  renew: (certificate: Certificate) => void;
  stop: () => Promise<void>;
};

const recipientsAtMost = 20;
const clientsAtMost = 20;

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/**
 * A port for incoming mail only: nothing is relayed, nobody can sign in, and only addresses of our letters are taken. Throws
 * what listening threw (a port in use, or one below 1024 without the right to it).
 */
export const openSmtpPort = async (options: SmtpPortOptions): Promise<SmtpPort> => {
  const { host, port, name, takes, hasRoom, keep, log, maxBytes = inboundMaxBytes, certificate = null } = options;
  const later = (error: unknown, stage: string): Error => {
    log({ stage, error: String(error) }, "a mail that came in could not be taken; its sender will try again");
    return refusal(451, "4.3.0 Try again later");
  };

  const onConnect = (session: SMTPServerSession, done: (error?: Error | null) => void): void => {
    hasRoom(session.remoteAddress).then(
      (room) => done(room ? null : refusal(421, "4.7.0 Too much mail from you, try again later")),
      (error: unknown) => done(later(error, "connect")),
    );
  };
  const onRcptTo = ({ address }: SMTPServerAddress, session: SMTPServerSession, done: (error?: Error | null) => void): void => {
    if (session.envelope.rcptTo.length >= recipientsAtMost) return done(refusal(452, "4.5.3 Too many recipients"));
    takes(address).then(
      (ours) => done(ours ? null : refusal(550, "5.1.1 No letter has this address")),
      (error: unknown) => done(later(error, "recipient")),
    );
  };
  const onData = (stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null, words?: string) => void): void => {
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? "" : mailFrom.address;
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => {
      if (!stream.sizeExceeded) chunks.push(chunk);
    });
    stream.on("end", () => {
      if (stream.sizeExceeded) return done(refusal(552, "5.3.4 Message too large"));
      keep({ raw: Buffer.concat(chunks), receivedAt: new Date(), envelope: { from, to: rcptTo.map(({ address }) => address) } }).then(
        () => done(null, "2.0.0 Kept"),
        (error: unknown) => done(later(error, "data")),
      );
    });
  };

  const server = new SMTPServer({
    name,
    banner: "letters only",
    // The library has a certificate of its own, the same for everybody: worse than saying that there is none.
    ...(certificate ?? {}),
    disabledCommands: certificate === null ? ["AUTH", "STARTTLS"] : ["AUTH"],
    disableReverseLookup: true,
    logger: false,
    size: maxBytes,
    maxClients: clientsAtMost,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onConnect,
    onRcptTo,
    onData,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      // A client that hangs up mid-way is its own affair; without a listener it would end the process.
      server.on("error", () => undefined);
      resolve();
    });
  });
  const { port: actual } = server.server.address() as AddressInfo;
  return {
    port: actual,
    renew: (renewed) => server.updateSecureContext(renewed),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
