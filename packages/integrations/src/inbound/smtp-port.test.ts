import { createConnection, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { createTransport } from "nodemailer";
import { afterEach, expect, it } from "vitest";
import { type Certificate, readCertificate } from "./certificate";
import { type ArrivedMail, openSmtpPort, type SmtpPort, type SmtpPortOptions } from "./smtp-port";

const ours = "l.0123456789abcdef0123456789abcdef@reply.example.org";
const open: { port: SmtpPort | null; sockets: Socket[] } = { port: null, sockets: [] };
afterEach(async () => {
  for (const socket of open.sockets.splice(0)) socket.destroy();
  await open.port?.stop();
});

const start = async (given: Partial<SmtpPortOptions> = {}) => {
  const kept: ArrivedMail[] = [];
  open.port = await openSmtpPort({
    host: "127.0.0.1",
    port: 0,
    name: "reply.example.org",
    takes: async (address) => address.toLowerCase() === ours,
    hasRoom: async () => true,
    keep: async (mail) => void kept.push(mail),
    log: () => undefined,
    ...given,
  });
  return { kept, say: await talk(open.port.port) };
};

/** A conversation: each line said gives the server's whole answer. */
const talk = async (port: number) => {
  const socket = createConnection(port, "127.0.0.1");
  open.sockets.push(socket);
  socket.on("error", () => undefined);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    let text = "";
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) return text;
      text += text === "" ? value : `\n${value}`;
      if (/^\d{3} /.test(value)) return text;
    }
  };
  const greeting = await answer();
  const say = async (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    return answer();
  };
  return Object.assign(say, { greeting });
};

const certificateOf = (name: "first" | "renewed") => {
  const file = (part: string) => new URL(`../../../../tooling/fixtures/tls/${name}-${part}.pem`, import.meta.url).pathname;
  return readCertificate({ certFile: file("cert"), keyFile: file("key") });
};

/** Brings a mail as a server does that insists on TLS and on this very certificate. */
const bringSecurely = (port: number, { cert }: Certificate) => {
  const tls = { ca: cert, servername: "reply.example.org" };
  const server = createTransport({ host: "127.0.0.1", port, requireTLS: true, tls });
  return server.sendMail({ envelope: { from: "a@parl.example", to: ours }, raw: "Subject: hello\r\n\r\nunder cover\r\n" });
};

it("keeps a mail to a letter's address, with the envelope as it was said", async () => {
  const { kept, say } = await start();
  expect(say.greeting).toMatch(/^220 reply\.example\.org/);
  expect(await say("EHLO mx.parl.example")).not.toMatch(/AUTH|STARTTLS/);
  expect(await say("MAIL FROM:<>")).toMatch(/^250/);
  expect(await say(`RCPT TO:<${ours.toUpperCase()}>`)).toMatch(/^250/);
  expect(await say("DATA")).toMatch(/^354/);
  expect(await say("Subject: hello\r\n\r\n..dot\r\n.")).toMatch(/^250/);
  expect(kept.map(({ raw, envelope }) => [envelope.from, envelope.to, raw.toString()])).toEqual([
    ["", [ours.toUpperCase()], "Subject: hello\r\n\r\n.dot\r\n"],
  ]);
});

it("speaks TLS where it has a certificate, and takes a renewed one without a new start", async () => {
  const [first, renewed] = [await certificateOf("first"), await certificateOf("renewed")];
  const { kept, say } = await start({ certificate: first });
  expect(await say("EHLO mx.parl.example")).toMatch(/STARTTLS/);
  const port = open.port?.port ?? 0;
  expect((await bringSecurely(port, first)).response).toBe("250 2.0.0 Kept");
  expect(kept.map(({ raw }) => raw.toString())).toEqual(["Subject: hello\r\n\r\nunder cover\r\n"]);
  await expect(bringSecurely(port, renewed)).rejects.toThrow(/self.signed/);
  open.port?.renew(renewed);
  expect((await bringSecurely(port, renewed)).response).toBe("250 2.0.0 Kept");
  await expect(bringSecurely(port, first)).rejects.toThrow(/self.signed/);
});

it("still takes mail in plain from who cannot do otherwise", async () => {
  const { kept, say } = await start({ certificate: await certificateOf("first") });
  await say("HELO old.example");
  await say("MAIL FROM:<a@b.example>");
  await say(`RCPT TO:<${ours}>`);
  await say("DATA");
  expect(await say("Subject: x\r\n\r\nhello\r\n.")).toMatch(/^250/);
  expect(kept).toHaveLength(1);
});

it("does not take a certificate with the key of another", async () => {
  const file = (name: string) => new URL(`../../../../tooling/fixtures/tls/${name}.pem`, import.meta.url).pathname;
  await expect(readCertificate({ certFile: file("first-cert"), keyFile: file("renewed-key") })).rejects.toThrow(/mismatch/);
  await expect(readCertificate({ certFile: file("none"), keyFile: file("renewed-key") })).rejects.toThrow(/ENOENT/);
});

it("relays nothing and lets nobody sign in", async () => {
  const { say, kept } = await start();
  await say("EHLO spammer.example");
  expect(await say("AUTH LOGIN")).toMatch(/^5\d\d/);
  await say("MAIL FROM:<a@b.example>");
  for (const other of ["victim@example.com", "l.0000@reply.example.org", `${ours}@elsewhere.example`, `"${ours}"@example.com`])
    expect(await say(`RCPT TO:<${other}>`)).toMatch(/^5\d\d/);
  expect(await say("DATA")).toMatch(/^503/);
  expect(kept).toEqual([]);
});

it("refuses what is too large, keeping nothing", async () => {
  const { say, kept } = await start({ maxBytes: 1_000 });
  await say("EHLO a.example");
  expect(await say("MAIL FROM:<a@b.example> SIZE=5000")).toMatch(/^552/);
  await say("MAIL FROM:<a@b.example>");
  await say(`RCPT TO:<${ours}>`);
  await say("DATA");
  expect(await say(`${"x".repeat(900)}\r\n${"y".repeat(900)}\r\n.`)).toMatch(/^552/);
  expect(kept).toEqual([]);
});

it("asks the sender to come again when the mail could not be kept, and takes it then", async () => {
  let broken = true;
  const kept: string[] = [];
  const { say } = await start({
    keep: async ({ raw }) => {
      if (broken) throw new Error("the database is away");
      kept.push(raw.toString());
    },
  });
  await say("EHLO a.example");
  for (const expected of [/^451/, /^250/]) {
    await say("MAIL FROM:<a@b.example>");
    await say(`RCPT TO:<${ours}>`);
    await say("DATA");
    expect(await say("Subject: x\r\n\r\nhello\r\n.")).toMatch(expected);
    broken = false;
  }
  expect(kept).toHaveLength(1);
});

it("puts off a sender who has sent too much", async () => {
  const { say } = await start({ hasRoom: async () => false });
  expect(say.greeting).toMatch(/^421/);
});

it("takes at most twenty recipients at once", async () => {
  const { say } = await start({ takes: async () => true });
  await say("EHLO a.example");
  await say("MAIL FROM:<a@b.example>");
  for (let index = 0; index < 20; index += 1) expect(await say(`RCPT TO:<l.${index}@reply.example.org>`)).toMatch(/^250/);
  expect(await say("RCPT TO:<l.21@reply.example.org>")).toMatch(/^452/);
});

it("says that a port is taken", async () => {
  await start();
  await expect(
    openSmtpPort({
      host: "127.0.0.1",
      port: open.port?.port ?? 0,
      name: "x",
      takes: async () => true,
      hasRoom: async () => true,
      keep: async () => undefined,
      log: () => undefined,
    }),
  ).rejects.toMatchObject({ code: "EADDRINUSE" });
});
