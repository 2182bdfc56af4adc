import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type SunkMail = { envelopeFrom: string; envelopeTo: string[]; mail: Email };

type SinkOptions = {
  /** How long it takes to say that it has a mail. */
  answersAfterMs?: number;
  /** Addresses nobody has: said no to, for good. */
  unknown?: string[];
  /** Addresses whose mail is taken to the last byte; then the connection ends without an answer. */
  dropped?: string[];
};

/** A real SMTP server that keeps what it is given: the far end of every letter in the journeys. */
export const startMailSink = async ({ answersAfterMs = 0, unknown = [], dropped = [] }: SinkOptions = {}) => {
  const mails: SunkMail[] = [];
  const sockets = new Map<string, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      if (!unknown.includes(address)) return done();
      done(Object.assign(new Error("5.1.1 No such person here"), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      if (session.envelope.rcptTo.some(({ address }) => dropped.includes(address))) {
        stream.on("end", () => sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy());
        stream.resume();
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (mail) => {
            const { mailFrom, rcptTo } = session.envelope;
            mails.push({
              envelopeFrom: mailFrom === false ? "" : mailFrom.address,
              envelopeTo: rcptTo.map(({ address }) => address),
              mail,
            });
            if (answersAfterMs === 0) done();
            else setTimeout(done, answersAfterMs);
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  server.server.on("connection", (socket: Socket) => {
    const name = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(name, socket);
    socket.on("close", () => sockets.delete(name));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    mailsTo: (address: string) => mails.filter(({ envelopeTo }) => envelopeTo.includes(address)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
