import { createServer, type AddressInfo, type Socket } from "node:net";

/** Points of an SMTP conversation at which a sink can misbehave; `reply` is after the final dot, when it holds the message. */
export const smtpStages = ["greeting", "ehlo", "mail", "rcpt", "data", "body", "reply"] as const;
export type SmtpStage = (typeof smtpStages)[number];
/** Points that are reached only where the sink offers them, which it does while it misbehaves there. */
export type SmtpOffer = "starttls" | "auth";
/**
 * `drop` closes the connection without a word; a text is answered instead of success ("451 try later"). At `rcpt`, `only` names
 * the one address that is treated so.
 */
export type SmtpTrouble = { at: SmtpStage | SmtpOffer; answer: "drop" | (string & {}); only?: string };

/** `to` is the first recipient that was accepted, `copies` are the others. */
export type SinkMessage = { from: string; to: string; copies: string[]; messageId: string; raw: string };
export type SmtpSink = {
  target: { host: string; port: number; secure: false; user: null; pass: null };
  /** Every message whose final dot arrived, whatever was answered then. */
  received: SinkMessage[];
  connections: () => number;
  /** From now on; null is good behaviour. */
  misbehave: (trouble: SmtpTrouble | null) => void;
  stop: () => Promise<void>;
};

const offers: Record<SmtpOffer, string> = { starttls: "STARTTLS", auth: "AUTH PLAIN" };
const usual: Record<SmtpStage | SmtpOffer, string> = {
  starttls: "502 not here",
  auth: "235 signed in",
  greeting: "220 sink.test ready",
  ehlo: "250 sink.test",
  mail: "250 ok",
  rcpt: "250 ok",
  data: "354 go on",
  body: "",
  reply: "250 2.0.0 kept",
};

/** `replyAfterMs`: it holds a message so long before it says so, as real servers do. */
export type SinkOptions = { port?: number; replyAfterMs?: number };

/** A bare SMTP server that speaks one command at a time and can fail at any of them. */
export const startSmtpSink = async ({ port = 0, replyAfterMs = 0 }: SinkOptions = {}): Promise<SmtpSink> => {
  const received: SinkMessage[] = [];
  const sockets = new Set<Socket>();
  let trouble: SmtpTrouble | null = null;
  let connections = 0;

  const converse = (socket: Socket): void => {
    let pending = "";
    let inBody = false;
    let envelope = { from: "", to: [] as string[] };

    /** False when the trouble of this stage ended the normal course. */
    const answer = (stage: SmtpStage | SmtpOffer): boolean => {
      const bad = trouble?.at === stage ? trouble.answer : null;
      if (bad === "drop") socket.destroy();
      else if (stage !== "body" || bad !== null) socket.write(`${bad ?? usual[stage]}\r\n`);
      return bad === null;
    };

    const command = (line: string): void => {
      const word = line.slice(0, 4).toUpperCase();
      if (word === "EHLO" && (trouble?.at === "starttls" || trouble?.at === "auth"))
        socket.write(`250-sink.test\r\n250 ${offers[trouble.at]}\r\n`);
      else if (word === "EHLO" || word === "HELO") answer("ehlo");
      else if (word === "STAR") answer("starttls");
      else if (word === "AUTH") answer("auth");
      else if (word === "MAIL") {
        envelope = { from: /<([^>]*)>/.exec(line)?.[1] ?? "", to: [] };
        answer("mail");
      } else if (word === "RCPT") {
        const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
        const spared = trouble?.only !== undefined && trouble.only !== address;
        if (spared) socket.write(`${usual.rcpt}\r\n`);
        if (spared || answer("rcpt")) envelope.to.push(address);
      } else if (word === "DATA") inBody = answer("data");
      else if (word === "QUIT") socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    };

    const readBody = (): boolean => {
      if (trouble?.at === "body" && pending.length > 0) {
        inBody = answer("body");
        pending = "";
        return false;
      }
      const end = pending.startsWith(".\r\n") ? 0 : pending.indexOf("\r\n.\r\n");
      if (end < 0) return false;
      const raw = pending.slice(0, end);
      pending = pending.slice(end + (end === 0 ? 3 : 5));
      inBody = false;
      const [to = "", ...copies] = envelope.to;
      received.push({ from: envelope.from, to, copies, raw, messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? "" });
      if (replyAfterMs === 0) answer("reply");
      else setTimeout(() => socket.destroyed || answer("reply"), replyAfterMs);
      return true;
    };

    const readLine = (): boolean => {
      const end = pending.indexOf("\r\n");
      if (end < 0) return false;
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      command(line);
      return true;
    };

    socket.setEncoding("utf8");
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: string) => {
      pending += chunk;
      while (!socket.destroyed && (inBody ? readBody() : readLine()));
    });
    answer("greeting");
  };

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    converse(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    target: { host: "127.0.0.1", port: actual, secure: false, user: null, pass: null },
    received,
    connections: () => connections,
    misbehave: (next) => {
      trouble = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
